package io.tact.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.Checked;
import io.tact.proof.Seed;
import io.tact.proof.Verdict;
import io.tact.proof.tree.ConsistencyProof;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.InclusionProof;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import io.tact.proof.tree.TreeInMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrustedTilesTest {
    private static final long[] SIZES = {
        1, 2, 3, 7, 8, 9, 255, 256, 257, 65_535, 65_536, 65_537, 70_000
    };

    private static final TreeInMemory TREE = TreeInMemory.ofSize(70_000);

    @Test
    void proofsAreMadeFromTiles() throws IOException {
        for (long size : SIZES) {
            var published = new PublishedTree(TREE, size);
            for (long index : new long[] {0, size / 2, size - 1}) {
                var proof =
                        TrustedTiles.read(
                                        published.head(),
                                        InclusionProof.nodes(index, size),
                                        published)
                                .map(tiles -> InclusionProof.of(index, size, tiles))
                                .orElseThrow();

                assertThat(proof.verify(TREE.leaf(index), published.head()))
                        .isEqualTo(Verdict.HOLDS);
            }
            for (long older : new long[] {1, (size + 1) / 2, size}) {
                var proof =
                        TrustedTiles.read(
                                        published.head(),
                                        ConsistencyProof.nodes(older, size),
                                        published)
                                .map(tiles -> ConsistencyProof.of(older, size, tiles))
                                .orElseThrow();

                assertThat(proof.verify(TREE.head(older), published.head()))
                        .isEqualTo(Verdict.HOLDS);
            }
        }
    }

    @Test
    void onlyTilesThatProveSomethingAreFetched() throws IOException {
        var published = new PublishedTree(TREE, 70_000);

        TrustedTiles.read(published.head(), InclusionProof.nodes(300, 70_000), published)
                .orElseThrow();

        assertThat(published.asked().toString())
                .isEqualTo(
                        "[tile/0/273.p/112, tile/1/001.p/17, tile/2/000.p/1, tile/1/000,"
                                + " tile/0/001]");
    }

    @Test
    void everyNodeReadsAsItIsInTheTree() throws IOException {
        long size = 66_000;
        var published = new PublishedTree(TREE, size);
        var random = Seed.random("everyNodeReadsAsItIsInTheTree");
        var nodes = new ArrayList<Node>();
        for (int level = 0; level <= 16; level++) {
            for (int i = 0; i < 5; i++) {
                nodes.add(new Node(level, random.nextLong(size >> level)));
            }
        }

        var tiles = TrustedTiles.read(published.head(), nodes, published).orElseThrow();

        assertThat(nodes)
                .allSatisfy(node -> assertThat(tiles.hash(node)).isEqualTo(TREE.hash(node)));
        assertThat(tiles.head()).isEqualTo(published.head());
    }

    @Test
    void oneBitChangedInAnyTileIsRefused() {
        Random random = Seed.random("oneBitChangedInAnyTileIsRefused");
        for (int round = 0; round < 300; round++) {
            long size = SIZES[random.nextInt(SIZES.length)];
            var published = new PublishedTree(TREE, size);
            Map<TilePath, byte[]> files =
                    files(published, InclusionProof.nodes(random.nextLong(size), size));
            for (TilePath path : List.copyOf(files.keySet())) {
                byte[] good = published.tile(path).toBytes();
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                files.put(path, bad);
                assertThat(TrustedTiles.check(published.head(), files))
                        .isInstanceOf(Checked.Refused.class);

                files.put(path, Arrays.copyOf(good, good.length - 1));
                assertThat(TrustedTiles.check(published.head(), files))
                        .isInstanceOf(Checked.Refused.class);

                files.put(path, good);
            }
            assertThat(TrustedTiles.check(published.head(), files))
                    .isInstanceOf(Checked.Valid.class);
        }
    }

    @Test
    void tileByWhichOthersAreTrustedMustNotBeMissing() {
        var published = new PublishedTree(TREE, 70_000);
        Map<TilePath, byte[]> files = files(published, InclusionProof.nodes(300, 70_000));
        Map<TilePath, byte[]> without = new HashMap<>(files);
        without.remove(new TilePath(1, 0, 256));
        Map<TilePath, byte[]> edgeless = new HashMap<>(files);
        edgeless.remove(new TilePath(2, 0, 1));

        assertThat(TrustedTiles.check(published.head(), without))
                .isEqualTo(
                        Checked.refused(
                                "tile/0/001 comes without tile/1/000, by which it is trusted"));
        assertThat(TrustedTiles.check(published.head(), edgeless))
                .isEqualTo(Checked.refused("tile/2/000.p/1 is missing"));
    }

    @Test
    void tileOfAnotherTreeOrSizeIsRefused() {
        var published = new PublishedTree(TREE, 257);
        var files = files(published, List.of());
        for (TilePath path :
                List.of(
                        new TilePath(0, 0, 255),
                        new TilePath(0, 1, 256),
                        new TilePath(7, 0, 256),
                        new TilePath(63, 0, 256),
                        new TilePath(0, Long.MAX_VALUE / 256 - 1, 256))) {
            Map<TilePath, byte[]> more = new HashMap<>(files);
            more.put(path, new byte[path.width() * Hash.BYTES]);

            assertThat(TrustedTiles.check(published.head(), more))
                    .isEqualTo(Checked.refused(path + " is not of a tree of 257"));
        }
    }

    @Test
    void tilesThatLeadToAnotherRootAreRefusedWithBothRoots() {
        var published = new PublishedTree(TREE, 3);
        var other = new TreeHead(3, TREE.leaf(5));

        assertThat(TrustedTiles.check(other, files(published, List.of())))
                .isEqualTo(
                        Checked.refused(
                                "the tiles [tile/0/000.p/3] hash to the root "
                                        + published.head().root()
                                        + ", not to "
                                        + other.root()));
    }

    @Test
    void partialTileThatIsGoneIsReadFromTheFullOne() throws IOException {
        TileFetcher withoutPartials =
                path -> path.level() == 0 && !path.isFull() ? Optional.empty() : served(path);

        var tiles = TrustedTiles.read(TREE.head(300), List.of(), withoutPartials).orElseThrow();

        assertThat(tiles.hash(new Node(0, 256))).isEqualTo(TREE.leaf(256));
    }

    @Test
    void tileThatNobodyHasIsRefused() throws IOException {
        assertThat(TrustedTiles.read(TREE.head(300), List.of(), path -> Optional.empty()))
                .isEqualTo(Checked.refused("tile/0/001.p/44 is missing"));
    }

    @Test
    void fetcherThatFailsIsNotAnAnswer() {
        assertThatThrownBy(
                        () ->
                                TrustedTiles.read(
                                        TREE.head(300),
                                        List.of(),
                                        path -> {
                                            throw new IOException("connection reset");
                                        }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void emptyTreeNeedsNoTiles() throws IOException {
        assertThat(TrustedTiles.read(TreeHead.EMPTY, List.of(), path -> Optional.empty()))
                .isInstanceOf(Checked.Valid.class);
    }

    @Test
    void nodeThatWasNotAskedForIsNotRead() throws IOException {
        var published = new PublishedTree(TREE, 70_000);
        var tiles = TrustedTiles.read(published.head(), List.of(), published).orElseThrow();

        assertThatThrownBy(() -> tiles.hash(new Node(0, 0)))
                .hasMessage("tile/0/000 is not among the tiles that were read");
        assertThatThrownBy(() -> tiles.hash(new Node(0, 70_000)))
                .hasMessageContaining("is not complete in a tree of 70000");
    }

    private static Optional<byte[]> served(TilePath path) {
        return Optional.of(new PublishedTree(TREE, 70_000).tile(path).toBytes());
    }

    private static Map<TilePath, byte[]> files(PublishedTree published, List<Node> nodes) {
        var files = new HashMap<TilePath, byte[]>();
        for (TilePath path : TrustedTiles.needed(published.head().size(), nodes)) {
            files.put(path, published.tile(path).toBytes());
        }
        return files;
    }
}
