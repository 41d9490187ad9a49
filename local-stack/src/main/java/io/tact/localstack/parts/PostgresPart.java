package io.tact.localstack.parts;

import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.postgres.PostgresAddress;
import io.tact.localstack.postgres.PostgresServer;

/** PostgreSQL, with every commit on disk before it is acknowledged. */
public record PostgresPart(PostgresServer server) implements Part {
    public static final String NAME = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChildProcess launch() {
        return server.launch();
    }

    @Override
    public boolean isUp(ChildProcess process) {
        return server.address().answers();
    }

    @Override
    public void stop(ChildProcess process) {
        PostgresServer.stop(process);
    }

    @Override
    public String remark() {
        PostgresAddress address = server.address();
        return address.show("server_version")
                + " on "
                + address
                + ", fsync="
                + address.show("fsync")
                + ", synchronous_commit="
                + address.show("synchronous_commit");
    }
}
