package io.tact.proof.tile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.proof.GoVectors;
import io.tact.proof.Seed;
import io.tact.proof.tile.TileEdge.Growth;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import io.tact.proof.tree.TreeInMemory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TileEdgeTest {
    private static final TreeInMemory TREE = TreeInMemory.ofSize(70_000);

    @Test
    void tilesAreWhatOtherImplementationsWrite() {
        Map<String, Tile> written =
                TileEdge.EMPTY.append(TREE.leaves()).changed().stream()
                        .collect(Collectors.toMap(tile -> tile.path().toString(), tile -> tile));

        assertThat(written).hasSize(273 + 1 + 1 + 1 + 1);
        for (List<String> vector : GoVectors.of("tile")) {
            Tile tile = requireNonNull(written.get(vector.get(0)), vector.get(0));
            assertThat(Hash.ofLeaf(tile.toBytes())).isEqualTo(GoVectors.hash(vector.get(1)));
        }
    }

    @Test
    void howLeavesAreGroupedMakesNoDifferenceToWhatStandsInTheEnd() {
        var random = Seed.random("howLeavesAreGroupedMakesNoDifferenceToWhatStandsInTheEnd");
        var published = new HashMap<TilePath, Tile>();
        TileEdge edge = TileEdge.EMPTY;
        while (edge.head().size() < 70_000) {
            int from = (int) edge.head().size();
            int to = Math.min(70_000, from + 1 + random.nextInt(random.nextBoolean() ? 5 : 900));

            Growth growth = edge.append(TREE.leaves().subList(from, to));

            edge = growth.edge();
            assertThat(edge.head()).isEqualTo(TREE.head(to));
            growth.changed().forEach(tile -> published.put(tile.path(), tile));
            assertThat(published.keySet()).containsAll(TilePath.edge(to));
        }
        var tree = new PublishedTree(TREE, 70_000);
        assertThat(tree.paths())
                .allSatisfy(path -> assertThat(published.get(path)).isEqualTo(tree.tile(path)));
    }

    @Test
    void onlyTilesThatChangedAreWritten() {
        expectChanged(0, 0, "[]");
        expectChanged(0, 1, "[tile/0/000.p/1]");
        expectChanged(1, 1, "[]");
        expectChanged(1, 255, "[tile/0/000.p/255]");
        expectChanged(255, 256, "[tile/0/000, tile/1/000.p/1]");
        expectChanged(256, 257, "[tile/0/001.p/1]");
        expectChanged(255, 257, "[tile/0/000, tile/0/001.p/1, tile/1/000.p/1]");
        expectChanged(65_535, 65_536, "[tile/0/255, tile/1/000, tile/2/000.p/1]");
        expectChanged(65_536, 65_537, "[tile/0/256.p/1]");
        expectChanged(69_998, 70_000, "[tile/0/273.p/112]");
    }

    @Test
    void ledgerGoesOnAfterARestartAsIfNothingHadHappened() throws IOException {
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537}) {
            var published = new PublishedTree(TREE, size);
            var tiles = TrustedTiles.read(published.head(), List.of(), published).orElseThrow();

            Growth resumed = TileEdge.of(tiles).append(TREE.leaves().subList(size, 69_000));
            Growth alone = edge(size).append(TREE.leaves().subList(size, 69_000));

            assertThat(resumed.edge().head()).isEqualTo(TREE.head(69_000));
            assertThat(resumed.changed()).isEqualTo(alone.changed());
        }
    }

    @Test
    void batchThatIsForgottenLeavesNoTrace() {
        TileEdge edge = edge(255);

        edge.append(TreeInMemory.leaves(1_000, 1_300));

        assertThat(edge.append(TREE.leaves().subList(255, 300)).changed())
                .isEqualTo(edge(255).append(TREE.leaves().subList(255, 300)).changed());
        assertThat(edge.head()).isEqualTo(TREE.head(255));
    }

    @Test
    void emptyLedgerHasTheHeadOfTheEmptyTree() {
        assertThat(TileEdge.EMPTY.head()).isEqualTo(TreeHead.EMPTY);
    }

    @Test
    void batchesOfAHundredEndWhereTheWholeEnds() {
        List<Hash> leaves = TreeInMemory.leaves(0, 100_000);

        TileEdge edge = TileEdge.EMPTY;
        for (int from = 0; from < leaves.size(); from += 100) {
            edge = edge.append(leaves.subList(from, from + 100)).edge();
        }

        assertThat(edge.head()).isEqualTo(TileEdge.EMPTY.append(leaves).edge().head());
    }

    private static TileEdge edge(int size) {
        return TileEdge.EMPTY.append(TREE.leaves().subList(0, size)).edge();
    }

    private static void expectChanged(int from, int to, String paths) {
        List<TilePath> changed =
                edge(from).append(TREE.leaves().subList(from, to)).changed().stream()
                        .map(Tile::path)
                        .toList();
        assertThat(changed.toString()).isEqualTo(paths);
    }
}
