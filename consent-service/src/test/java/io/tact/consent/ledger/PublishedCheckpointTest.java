package io.tact.consent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.tile.TileEdge;
import io.tact.proof.tree.Hash;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedCheckpointTest {
    private static final String ORIGIN = "test.example/consent";

    private final SigningKey ours = SigningKey.generate(ORIGIN, new SecureRandom());
    private final SigningKey theirs = SigningKey.generate(ORIGIN, new SecureRandom());
    private final PublishedCheckpoint published = new PublishedCheckpoint(ours);

    @Test
    void newestOfManyCountsInWhateverOrderTheyCome() {
        published.offer(List.of(note(3, ours), note(10, ours), note(9, ours)));

        assertThat(shown()).isEqualTo(10);

        published.offer(List.of(note(9, ours), note(10, ours)));
        published.offer(List.of());

        assertThat(shown()).isEqualTo(10);
    }

    @Test
    void whatIsNotOursDoesNotHideWhatIs() {
        published.offer(
                List.of(
                        note(5, ours),
                        note(99, theirs),
                        note(6, ours).replaceFirst("6", "98"),
                        "",
                        "not a note",
                        ORIGIN + "\n999999999999999999999999\n",
                        note(4, ours)));

        assertThat(shown()).isEqualTo(5);
    }

    private long shown() {
        return published.shown().orElseThrow().size();
    }

    private static String note(int size, SigningKey key) {
        List<Hash> leaves =
                IntStream.range(0, size).mapToObj(i -> Hash.ofLeaf(new byte[] {(byte) i})).toList();
        byte[] note =
                Checkpoint.of(ORIGIN, TileEdge.EMPTY.append(leaves).edge().head())
                        .sign(key)
                        .toBytes();
        return new String(note, UTF_8);
    }
}
