package io.tact.localstack.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A copy of a folder that a build may rewrite while the copy is in use. What is unchanged is not
 * copied again.
 */
public final class Mirror {
    private Mirror() {}

    public static void of(Path from, Path to) {
        try {
            Files.createDirectories(to);
            deleteExtras(from, to);
            copyChanges(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not copy " + from + " to " + to, e);
        }
    }

    private static void deleteExtras(Path from, Path to) throws IOException {
        try (Stream<Path> copies = Files.walk(to)) {
            for (Path copy : copies.sorted(Comparator.reverseOrder()).toList()) {
                Path original = from.resolve(to.relativize(copy).toString());
                if (Files.isDirectory(original) != Files.isDirectory(copy)
                        || !Files.exists(original)) {
                    Files.delete(copy);
                }
            }
        }
    }

    private static void copyChanges(Path from, Path to) throws IOException {
        try (Stream<Path> originals = Files.walk(from)) {
            for (Path original : originals.toList()) {
                Path copy = to.resolve(from.relativize(original).toString());
                if (Files.isDirectory(original)) {
                    Files.createDirectories(copy);
                } else if (!isSame(original, copy)) {
                    Files.copy(
                            original,
                            copy,
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static boolean isSame(Path original, Path copy) throws IOException {
        return Files.exists(copy)
                && Files.size(original) == Files.size(copy)
                && Files.getLastModifiedTime(original).equals(Files.getLastModifiedTime(copy));
    }
}
