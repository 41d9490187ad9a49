package io.tact.consent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.Checked;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.tile.TileEdge;
import io.tact.proof.tile.TilePath;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumptionTest {
    private final Map<TilePath, byte[]> tiles = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "255, 256", "256, 256", "256, 257", "3, 700", "512, 70000"})
    void goesOnWhereTheDatabaseEndsIfItExtendsWhatWasShown(int shown, int size) throws IOException {
        TileEdge older = grow(TileEdge.EMPTY, "ours", shown);
        TileEdge edge = grow(older, "ours", size - shown);

        var resumed = resume(edge.head(), size, Optional.of(older.head()));

        assertThat(resumed.orElseThrow().head()).isEqualTo(edge.head());
        assertThat(resumed.orElseThrow().append(leaves("more", 300)).edge().head())
                .isEqualTo(edge.append(leaves("more", 300)).edge().head());
    }

    @Test
    void firstStartIsAtTheEmptyTree() throws IOException {
        assertThat(resume(TreeHead.EMPTY, 0, Optional.empty()).orElseThrow().head())
                .isEqualTo(TreeHead.EMPTY);
    }

    @Test
    void restoredDatabaseIsRefused() throws IOException {
        TileEdge yesterday = grow(TileEdge.EMPTY, "ours", 5);
        TreeHead shown = yesterday.append(leaves("ours", 2)).edge().head();

        assertThat(resume(yesterday.head(), 5, Optional.of(shown)))
                .isEqualTo(
                        Checked.refused(
                                "the database ends at 5 entries, but a checkpoint of 7 was shown: it was restored, or its end was cut off"));
        assertThat(resume(TreeHead.EMPTY, 0, Optional.of(shown)))
                .isInstanceOf(Checked.Refused.class);
    }

    @Test
    void databaseWithAnotherPastIsRefused() throws IOException {
        TreeHead shown = TileEdge.EMPTY.append(leaves("ours", 5)).edge().head();
        TileEdge forged = grow(TileEdge.EMPTY, "forged", 5);

        assertThat(resume(forged.head(), 5, Optional.of(shown)))
                .isInstanceOf(Checked.Refused.class);
        TileEdge longer = grow(forged, "ours", 4);
        assertThat(resume(longer.head(), 9, Optional.of(shown)))
                .isInstanceOf(Checked.Refused.class);
    }

    @Test
    void databaseWhoseEntriesAreNotThoseThatWereSignedIsRefused() throws IOException {
        TileEdge edge = grow(TileEdge.EMPTY, "ours", 5);

        for (int entries : new int[] {0, 4, 6}) {
            assertThat(resume(edge.head(), entries, Optional.of(edge.head())))
                    .isEqualTo(
                            Checked.refused(
                                    "the database has "
                                            + entries
                                            + " entries in order, and signed 5"));
        }
    }

    @Test
    void damagedTilesAreRefused() throws IOException {
        TileEdge edge = grow(TileEdge.EMPTY, "ours", 300);
        tiles.values().forEach(bytes -> bytes[0] ^= 1);
        assertThat(resume(edge.head(), 300, Optional.of(edge.head())))
                .isInstanceOf(Checked.Refused.class);

        tiles.clear();
        assertThat(resume(edge.head(), 300, Optional.empty())).isInstanceOf(Checked.Refused.class);
    }

    private Checked<TileEdge> resume(TreeHead own, long entries, Optional<TreeHead> shown)
            throws IOException {
        return new Resumption(
                        Optional.of(own).filter(head -> head.size() > 0).map(this::signed),
                        entries,
                        shown.map(this::signed))
                .edge(path -> Optional.ofNullable(tiles.get(path)));
    }

    private Checkpoint signed(TreeHead head) {
        return Checkpoint.of("ours.example", head);
    }

    private TileEdge grow(TileEdge edge, String name, int count) {
        var growth = edge.append(leaves(name, count));
        growth.changed().forEach(tile -> tiles.put(tile.path(), tile.toBytes()));
        return growth.edge();
    }

    private static List<Hash> leaves(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> Hash.ofLeaf((name + index).getBytes(UTF_8)))
                .toList();
    }
}
