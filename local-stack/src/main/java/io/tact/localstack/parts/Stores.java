package io.tact.localstack.parts;

import io.tact.localstack.broker.TopicContract;
import io.tact.localstack.broker.Topics;
import io.tact.localstack.postgres.Databases;
import io.tact.localstack.postgres.PostgresAddress;
import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.Secret;
import io.tact.localstack.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the services find in the servers: a database for each, and the topics of all contracts. */
public record Stores(Path root, Settings settings, PostgresAddress postgres) {
    private static final int PARTITIONS = 8;

    public String createDatabases() {
        Databases databases = new Databases(postgres);
        for (Application service : Application.services()) {
            databases.ensure(
                    service.database(), settings.secrets().value(Secret.ofDatabase(service)));
        }
        return Application.services().size() + " databases, each with its own user";
    }

    public String createTopics() {
        List<TopicContract> contracts =
                Application.services().stream()
                        .map(
                                service ->
                                        root.resolve(service.module())
                                                .resolve("contracts/topics.json"))
                        .filter(Files::exists)
                        .flatMap(file -> TopicContract.read(file).stream())
                        .toList();
        try (Topics topics = new Topics(settings.bootstrapServers())) {
            topics.create("", PARTITIONS, contracts);
        }
        return contracts.size() + " topics of " + PARTITIONS + " partitions";
    }
}
