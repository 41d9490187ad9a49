package io.tact.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What the Go implementations say about the tree over "leaf 0", "leaf 1", …, one line a fact. */
public final class GoVectors {
    private GoVectors() {}

    /** The lines of this kind, each split at its spaces, without the word of the kind. */
    public static List<List<String>> of(String kind) {
        try (var stream = GoVectors.class.getResourceAsStream("go-vectors.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind + " "))
                    .map(line -> Arrays.asList(line.split(" ")))
                    .map(words -> words.subList(1, words.size()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Hash hash(String hexadecimal) {
        return Hash.parse(HexFormat.of().parseHex(hexadecimal)).orElseThrow();
    }

    public static List<Hash> hashes(String hexadecimal) {
        return hexadecimal.equals("-")
                ? List.of()
                : Arrays.stream(hexadecimal.split(",")).map(GoVectors::hash).toList();
    }
}
