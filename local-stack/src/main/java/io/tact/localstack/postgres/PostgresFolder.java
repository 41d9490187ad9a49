package io.tact.localstack.postgres;

import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data folder of a server, made once by initdb. */
final class PostgresFolder {
    private PostgresFolder() {}

    static void ensure(PostgresServer server) {
        if (Files.exists(server.data().resolve("PG_VERSION"))) {
            return;
        }
        Folders.delete(server.data());
        Path passwordFile = server.data().resolveSibling("superuser-password");
        try {
            Files.createDirectories(server.data().getParent());
            Folders.writePrivate(passwordFile, server.address().password());
            initialize(server, passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Folders.delete(passwordFile);
        }
    }

    private static void initialize(PostgresServer server, Path passwordFile) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                server.binaries().program("initdb"),
                                "-D",
                                server.data().toString()));
        command.addAll(
                List.of("-U", PostgresAddress.SUPERUSER, "--pwfile", passwordFile.toString()));
        command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF-8", "--no-locale"));
        ChildProcess initdb =
                ChildProcess.start(
                        "initdb",
                        Unprivileged.command(command),
                        Map.of("LC_ALL", "C"),
                        server.log());
        try {
            int code = initdb.process().waitFor();
            if (code != 0) {
                Folders.delete(server.data());
                throw new IllegalStateException(
                        "initdb ended with " + code + ":\n" + initdb.lastLines(15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
