package io.tact.localstack.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A broker of one node that is its own controller, on loopback. Nothing is replicated, and no topic
 * appears by accident.
 */
public record BrokerSettings(Path data, int port, int controllerPort) {
    private static final String HOST = "127.0.0.1";

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    Path file() {
        return data.resolve("server.properties");
    }

    boolean isFormatted() {
        return Files.exists(logs().resolve("meta.properties"));
    }

    void write() {
        try {
            Files.createDirectories(data);
            try (var out = Files.newBufferedWriter(file())) {
                properties().store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Properties properties() {
        Properties settings = new Properties();
        String listeners =
                "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort;
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("listeners", listeners);
        settings.setProperty("advertised.listeners", listeners);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("controller.quorum.bootstrap.servers", HOST + ":" + controllerPort);
        settings.setProperty("log.dirs", logs().toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        // a killed broker may come back as soon as its old session has ended
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        return settings;
    }

    private Path logs() {
        return data.resolve("logs");
    }
}
