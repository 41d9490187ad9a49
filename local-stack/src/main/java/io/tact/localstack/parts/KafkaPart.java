package io.tact.localstack.parts;

import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.JavaCommand;
import io.tact.localstack.settings.Door;
import io.tact.localstack.settings.Ports;
import io.tact.localstack.settings.SuiteFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** Kafka in a JVM of its own. */
public record KafkaPart(Ports ports, String classPath, SuiteFolder folder) implements Part {
    public static final String NAME = "kafka";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChildProcess launch() {
        JavaCommand command =
                JavaCommand.ofMainClass(
                        folder.mark(NAME),
                        List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        classPath,
                        "io.tact.localstack.broker.BrokerProcess",
                        List.of(
                                folder.kafka().toString(),
                                Integer.toString(ports.of(Door.KAFKA)),
                                Integer.toString(ports.of(Door.KAFKA_CONTROLLER))));
        return ChildProcess.start(NAME, command.words(), Map.of(), folder.log(NAME));
    }

    /** The broker opens its port last. */
    @Override
    public boolean isUp(ChildProcess process) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.of(Door.KAFKA))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop(ChildProcess process) {
        process.stop(Duration.ofSeconds(30));
    }

    @Override
    public String remark() {
        return AppInfoParser.getVersion() + " on 127.0.0.1:" + ports.of(Door.KAFKA);
    }
}
