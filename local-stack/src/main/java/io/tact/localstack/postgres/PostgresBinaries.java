package io.tact.localstack.postgres;

import io.tact.localstack.machine.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive on the class path. */
public record PostgresBinaries(Path folder) {
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\d.]*)\\.jar!");

    /**
     * Unpacks below the given folder unless that was done before; safe against others who do the
     * same.
     */
    public static PostgresBinaries unpackedIn(Path parent) {
        Path folder = parent.resolve("postgres-" + version());
        if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
            unpack(parent, folder);
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path parent, Path folder) {
        try {
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, "postgres-draft");
            try (InputStream archive = open()) {
                extract(archive, draft);
            }
            try {
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
                Folders.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack PostgreSQL into " + folder, e);
        }
    }

    private static InputStream open() throws IOException {
        return new BufferedInputStream(archive().openStream());
    }

    private static URL archive() {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new IllegalStateException(
                    "No PostgreSQL for this machine on the class path: " + name);
        }
        return archive;
    }

    /** As the name of the archive's artifact states it. */
    private static String version() {
        Matcher matcher = VERSION.matcher(archive().toString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static void extract(InputStream archive, Path folder) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(archive));
        TarArchiveEntry entry;
        while ((entry = entries.getNextEntry()) != null) {
            Path target = folder.resolve(entry.getName()).normalize();
            Files.createDirectories(entry.isDirectory() ? target : target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                Files.copy(entries, target);
                if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
                    throw new IOException("Could not make executable: " + target);
                }
            }
        }
    }
}
