package io.tact.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A file of tab-separated values with a head, packed or not. */
final class Rows {
    private Rows() {}

    /**
     * Each row, its columns in the order of these names, whatever their order in the file and
     * whatever else there is.
     *
     * @throws IllegalArgumentException names the file and the column that it has not, or the line
     *     that is too short or is not understood
     */
    static void forEach(Path file, List<String> columns, Consumer<String[]> action)
            throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            String head = lines.readLine();
            int[] places = places(file, head == null ? "" : head, columns);
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isEmpty()) {
                    action(file, number, line, places, action);
                }
            }
        }
    }

    private static void action(
            Path file, int number, String line, int[] places, Consumer<String[]> action) {
        String[] cells = line.split("\t", -1);
        try {
            action.accept(
                    Arrays.stream(places).mapToObj(place -> cells[place]).toArray(String[]::new));
        } catch (RuntimeException notUnderstood) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s".formatted(file, number, notUnderstood.getMessage()),
                    notUnderstood);
        }
    }

    private static int[] places(Path file, String head, List<String> columns) {
        List<String> given = List.of(head.split("\t", -1));
        return columns.stream()
                .mapToInt(
                        column -> {
                            int place = given.indexOf(column);
                            if (place < 0) {
                                throw new IllegalArgumentException(
                                        "%s has no column %s, only %s"
                                                .formatted(file, column, given));
                            }
                            return place;
                        })
                .toArray();
    }

    private static InputStream open(Path file) throws IOException {
        InputStream plain = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
    }
}
