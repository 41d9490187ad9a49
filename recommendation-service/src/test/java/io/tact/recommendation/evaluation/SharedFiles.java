package io.tact.recommendation.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Public data that stands beside the checkout, where it does. */
final class SharedFiles {
    private SharedFiles() {}

    /**
     * Each row of a tab-separated file but its head; the test is skipped where there is no file.
     */
    static void forEachRow(String name, Consumer<String[]> action) {
        Path file =
                Path.of(System.getProperty("tact.root", ".."), "..", "shared", "data")
                        .resolve(name)
                        .normalize();
        assumeTrue(Files.exists(file), "no " + file);
        try (var reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split("\t", -1)).forEach(action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream plain = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
    }
}
