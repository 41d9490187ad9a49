package io.tact.crash.backup;

import io.tact.crash.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A base backup of a running server and its write-ahead log, by the functions that every tool for
 * backups calls, and files that are copied.
 */
final class BaseBackup {
    private final Path data;
    private final Path folder;

    private BaseBackup(Path data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /** Nobody notices that it is taken. */
    static BaseBackup take(Installation installation) {
        Path data = installation.folder().resolve("postgres");
        var backup = new BaseBackup(data, installation.folder().resolve("backup"));
        return installation.administer(
                database -> {
                    try (var statement = database.createStatement()) {
                        statement.execute("select pg_backup_start('before', true)");
                        copy(data, backup.base());
                        try (ResultSet end =
                                statement.executeQuery(
                                        "select labelfile from pg_backup_stop(false)")) {
                            end.next();
                            backup.label(end.getString(1));
                        }
                        return backup;
                    } catch (IOException e) {
                        throw new SQLException(e);
                    }
                });
    }

    private Path base() {
        return folder.resolve("base");
    }

    private void label(String text) throws IOException {
        Files.writeString(base().resolve("backup_label"), text);
        for (String file : List.of("postmaster.pid", "postmaster.opts")) {
            Files.deleteIfExists(base().resolve(file));
        }
        delete(base().resolve("pg_wal"));
        Files.createDirectories(base().resolve("pg_wal"));
    }

    /**
     * The write-ahead log up to now, as an archive keeps it elsewhere.
     *
     * @return its folder
     */
    Path archive(String name) {
        Path archive = folder.resolve(name);
        copy(data.resolve("pg_wal"), archive);
        return archive;
    }

    /** In the place of a server that is gone; it recovers to the end of the log when it starts. */
    void restore(Path archive) {
        delete(data);
        copy(base(), data);
        try {
            Files.createFile(data.resolve("recovery.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "restore_command = 'cp \"%s/%%f\" \"%%p\"'%nhot_standby = off%n"
                            .formatted(archive.toAbsolutePath()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        run("mkdir", "-p", to.toString());
        run("cp", "-a", from + "/.", to.toString());
    }

    private static void delete(Path folder) {
        run("rm", "-rf", folder.toString());
    }

    /** A file that is gone before it is copied is in the log, so that its failure is none. */
    private static void run(String... command) {
        try {
            new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
