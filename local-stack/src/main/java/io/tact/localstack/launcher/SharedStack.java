package io.tact.localstack.launcher;

import io.tact.localstack.broker.BrokerSettings;
import io.tact.localstack.broker.EmbeddedBroker;
import io.tact.localstack.broker.Topics;
import io.tact.localstack.issuer.IssuerServer;
import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.FreePorts;
import io.tact.localstack.postgres.Databases;
import io.tact.localstack.postgres.Durability;
import io.tact.localstack.postgres.PostgresAddress;
import io.tact.localstack.postgres.PostgresBinaries;
import io.tact.localstack.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The servers that all leases share. */
record SharedStack(
        PostgresServer postgres,
        ChildProcess postgresProcess,
        Databases databases,
        EmbeddedBroker broker,
        Topics topics,
        IssuerServer issuer,
        TestSecrets secrets)
        implements AutoCloseable {

    /** Starts them side by side, with their data in the given folder. */
    static SharedStack start(Path binaries, Path data) {
        List<Integer> ports = FreePorts.draw(3);
        PostgresServer postgres =
                new PostgresServer(
                        PostgresBinaries.unpackedIn(binaries),
                        data.resolve("postgres"),
                        data.resolve("postgres.log"),
                        new PostgresAddress(ports.get(0), "test-superuser"),
                        Durability.FAST);
        CompletableFuture<ChildProcess> process = CompletableFuture.supplyAsync(postgres::start);
        CompletableFuture<TestSecrets> secrets =
                CompletableFuture.supplyAsync(() -> TestSecrets.writeTo(data.resolve("secrets")));
        EmbeddedBroker broker =
                EmbeddedBroker.start(
                        new BrokerSettings(data.resolve("kafka"), ports.get(1), ports.get(2)));
        return new SharedStack(
                postgres,
                process.join(),
                new Databases(postgres.address()),
                broker,
                new Topics(broker.bootstrapServers()),
                IssuerServer.start(secrets.join().issuer(), 0),
                secrets.join());
    }

    @Override
    public void close() {
        issuer.close();
        topics.close();
        PostgresServer.stop(postgresProcess);
        broker.close();
    }
}
