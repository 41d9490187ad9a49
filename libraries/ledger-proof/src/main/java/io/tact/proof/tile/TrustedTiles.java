package io.tact.proof.tile;

import io.tact.proof.Checked;
import io.tact.proof.tree.Frontier;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.HashReader;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tiles that were found to belong to a tree: the partial ones because together they hash to its
 * root, each full one because its hash stands in the trusted tile above it. So it does not matter
 * who brought them.
 */
public final class TrustedTiles implements HashReader {
    private final TreeHead head;
    private final Map<TilePath, Tile> tiles;

    private TrustedTiles(TreeHead head, Map<TilePath, Tile> tiles) {
        this.head = head;
        this.tiles = tiles;
    }

    /**
     * The tiles to bring so that these nodes can be read and trusted. Requires that the nodes are
     * complete in a tree of this size.
     */
    public static Set<TilePath> needed(long size, Collection<Node> nodes) {
        var needed = new LinkedHashSet<TilePath>(TilePath.edge(size));
        for (Node node : nodes) {
            var way = new ArrayDeque<TilePath>();
            TilePath path = TilePath.holding(node, size);
            while (!needed.contains(path)) {
                way.addFirst(path);
                path = TilePath.holding(path.root(), size);
            }
            needed.addAll(way);
        }
        return needed;
    }

    /**
     * Fetches what is needed to read these nodes, and checks it.
     *
     * @throws IOException the fetcher's own
     */
    public static Checked<TrustedTiles> read(
            TreeHead head, Collection<Node> nodes, TileFetcher fetcher) throws IOException {
        var fetched = new LinkedHashMap<TilePath, byte[]>();
        for (TilePath path : needed(head.size(), nodes)) {
            Optional<byte[]> bytes = fetch(path, fetcher);
            if (bytes.isEmpty()) {
                return Checked.refused(path + " is missing");
            }
            fetched.put(path, bytes.get());
        }
        return check(head, fetched);
    }

    /** A ledger may remove a partial tile when it has the full one, which begins with it. */
    private static Optional<byte[]> fetch(TilePath path, TileFetcher fetcher) throws IOException {
        Optional<byte[]> bytes = fetcher.fetch(path);
        if (bytes.isPresent() || path.isFull()) {
            return bytes;
        }
        int length = path.width() * Hash.BYTES;
        return fetcher.fetch(path.full())
                .map(full -> Arrays.copyOf(full, Math.min(length, full.length)));
    }

    /**
     * Checks tiles that were fetched already.
     *
     * @param fetched with all those by which each is trusted, as {@link #needed} names them
     */
    public static Checked<TrustedTiles> check(TreeHead head, Map<TilePath, byte[]> fetched) {
        return Checked.all(
                        fetched.entrySet().stream()
                                .map(file -> Tile.parse(file.getKey(), file.getValue()))
                                .toList())
                .then(tiles -> trust(head, tiles));
    }

    private static Checked<TrustedTiles> trust(TreeHead head, List<Tile> tiles) {
        var trusted = new TrustedTiles(head, new HashMap<>());
        List<TilePath> edge = TilePath.edge(head.size());
        tiles.stream()
                .filter(tile -> edge.contains(tile.path()))
                .forEach(tile -> trusted.tiles.put(tile.path(), tile));
        for (TilePath path : edge) {
            if (!trusted.tiles.containsKey(path)) {
                return Checked.refused(path + " is missing");
            }
        }
        Hash root = Frontier.of(head.size(), trusted).head().root();
        if (!root.equals(head.root())) {
            return Checked.refused(
                    "the tiles %s hash to the root %s, not to %s"
                            .formatted(edge, root, head.root()));
        }
        for (Tile tile : fromAbove(tiles)) {
            if (trusted.tiles.containsKey(tile.path())) {
                continue;
            }
            Optional<String> fault = trusted.fault(tile);
            if (fault.isPresent()) {
                return Checked.refused(fault.get());
            }
            trusted.tiles.put(tile.path(), tile);
        }
        return Checked.valid(trusted);
    }

    private static List<Tile> fromAbove(List<Tile> tiles) {
        return tiles.stream()
                .sorted(Comparator.comparingInt((Tile tile) -> tile.path().level()).reversed())
                .toList();
    }

    private Optional<String> fault(Tile tile) {
        TilePath path = tile.path();
        if (!path.isFull() || !path.isIn(head.size())) {
            return Optional.of(path + " is not of a tree of " + head.size());
        }
        TilePath above = TilePath.holding(path.root(), head.size());
        Tile witness = tiles.get(above);
        if (witness == null) {
            return Optional.of(path + " comes without " + above + ", by which it is trusted");
        }
        Hash expected = witness.hash(path.root());
        Hash actual = tile.hash(path.root());
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(
                        path + " hashes to " + actual + ", but " + above + " says " + expected);
    }

    /** The tree that they were found to belong to. */
    public TreeHead head() {
        return head;
    }

    @Override
    public Hash hash(Node node) {
        return tile(TilePath.holding(node, head.size())).hash(node);
    }

    Tile tile(TilePath path) {
        Tile tile = tiles.get(path);
        if (tile == null) {
            throw new IllegalArgumentException(path + " is not among the tiles that were read");
        }
        return tile;
    }
}
