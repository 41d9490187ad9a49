package io.tact.localstack.keycloak;

import io.tact.localstack.machine.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak's unpacked distribution. It keeps its data inside, so each suite has its own. */
public record KeycloakSoftware(Path home) {
    private static final String PREFIX = "keycloak-quarkus-dist-";
    private static final String SUFFIX = ".zip";

    /**
     * The distribution whose archive the build laid into the given folder, unpacked below the other
     * one.
     */
    public static KeycloakSoftware unpackedIn(Path parent, Path archives) {
        Path archive = find(archives);
        String name = archive.getFileName().toString();
        String version = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        Path home = parent.resolve("keycloak-" + version);
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new KeycloakSoftware(home);
    }

    public String version() {
        return home.getFileName().toString().substring("keycloak-".length());
    }

    /** What a first start leaves and a fresh start must not find. */
    public void deleteData() {
        Folders.delete(home.resolve("data"));
    }

    boolean isUsed() {
        return Files.isDirectory(home.resolve("data/h2"));
    }

    private static Path find(Path archives) {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("no archive in " + archives));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Keycloak is not there: mvn -pl local-stack package -DskipTests", e);
        }
    }

    private static void unpack(Path archive, Path home) {
        Path draft = home.resolveSibling(home.getFileName() + ".draft");
        Folders.delete(draft);
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream entries = new ZipInputStream(in)) {
            ZipEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                Path target = draft.resolve(withoutFirstFolder(entry.getName())).normalize();
                if (!target.startsWith(draft)) {
                    throw new IOException("An entry outside the archive: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(entries, target);
                }
            }
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unpack " + archive, e);
        }
    }

    private static String withoutFirstFolder(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
