package io.tact.localstack.postgres;

import io.tact.localstack.machine.Await;
import io.tact.localstack.machine.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of ours over a data folder that outlives it. */
public record PostgresServer(
        PostgresBinaries binaries,
        Path data,
        Path log,
        PostgresAddress address,
        Durability durability) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Returns when the process is there; a moment later it answers. */
    public ChildProcess launch() {
        PostgresFolder.ensure(this);
        return ChildProcess.start(
                "PostgreSQL", Unprivileged.command(command()), Map.of("LC_ALL", "C"), log);
    }

    /** Returns when it answers. */
    public ChildProcess start() {
        ChildProcess process = launch();
        boolean ended = Await.until(PATIENCE, () -> address.answers() || !process.isAlive());
        if (!ended || !process.isAlive()) {
            process.kill();
            throw new IllegalStateException(
                    "PostgreSQL did not start on "
                            + address
                            + ". Its last words:\n"
                            + process.lastLines(15));
        }
        return process;
    }

    /** The fast shutdown: it does not wait for clients to leave, and nothing committed is lost. */
    public static void stop(ChildProcess process) {
        process.interrupt(Duration.ofSeconds(20));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(binaries.program("postgres"), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(address.port())));
        command.addAll(List.of("-c", "listen_addresses=" + PostgresAddress.HOST));
        command.addAll(List.of("-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "max_connections=300", "-c", "timezone=UTC"));
        command.addAll(durability.options());
        return command;
    }
}
