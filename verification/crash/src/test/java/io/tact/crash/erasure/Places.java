package io.tact.crash.erasure;

import io.tact.crash.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/** Where something of a person could be left. */
final class Places {
    private final Installation installation;

    Places(Installation installation) {
        this.installation = installation;
    }

    /**
     * @param found the needles that were there
     * @param where the tables or files that held one
     * @param bytes that were looked at
     */
    record Searched(String place, Set<String> found, Set<String> where, long bytes, int files) {
        Searched(String place) {
            this(place, Set.of(), Set.of(), 0, 0);
        }

        Searched with(String file, byte[] content, Needles needles) {
            Set<String> here = needles.in(content);
            return new Searched(
                    place,
                    union(found, here),
                    here.isEmpty() ? where : union(where, Set.of(file)),
                    bytes + content.length,
                    files + 1);
        }

        private static Set<String> union(Set<String> some, Set<String> more) {
            var all = new TreeSet<>(some);
            all.addAll(more);
            return all;
        }

        @Override
        public String toString() {
            return "%s: %,d bytes in %d files; %d found in %s"
                    .formatted(place, bytes, files, found.size(), where);
        }
    }

    /** All rows of all tables, as COPY writes them, which is what a dump is made of. */
    Searched dump(Needles needles) {
        return installation.administer(
                database -> {
                    var searched = new Searched("a dump");
                    for (String table : tables(database)) {
                        searched = searched.with(table, copy(database, table), needles);
                    }
                    return searched;
                });
    }

    private static List<String> tables(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery(
                                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static byte[] copy(Connection database, String table) throws SQLException {
        var rows = new ByteArrayOutputStream();
        try {
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table + " to stdout", rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows.toByteArray();
    }

    /**
     * After a vacuum and a checkpoint. The write-ahead log is not among them: it is reused in time.
     */
    Searched dataFiles(Needles needles) {
        installation.administer(
                database -> {
                    try (var statement = database.createStatement()) {
                        statement.execute("vacuum full");
                        statement.execute("checkpoint");
                    }
                    return database;
                });
        return files("data files", installation.folder().resolve("postgres/base"), needles);
    }

    Searched topics(Needles needles) {
        return files("Kafka's logs", installation.folder().resolve("kafka"), needles);
    }

    Searched logs(Needles needles) {
        return files("logs of processes", installation.folder().resolve("logs"), needles);
    }

    private static Searched files(String place, Path folder, Needles needles) {
        var searched = new Searched(place);
        try {
            for (Path file : files(folder)) {
                searched = searched.with(folder.relativize(file).toString(), read(file), needles);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return searched;
    }

    /** Those that are deleted while they are listed are not among them, and hinder no other. */
    private static List<Path> files(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException trouble)
                            throws IOException {
                        if (trouble instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw trouble;
                    }
                });
        return found;
    }

    /** A file that was deleted meanwhile holds nothing. */
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
