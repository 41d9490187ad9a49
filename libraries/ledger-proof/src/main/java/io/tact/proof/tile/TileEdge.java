package io.tact.proof.tile;

import io.tact.proof.tree.Frontier;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a ledger has to remember to write its tiles: the right edge of the tree, that is at most
 * 255 hashes a level. It is a value: appending makes another one, so a batch that could not be
 * stored is forgotten by keeping the old.
 */
public final class TileEdge {
    public static final TileEdge EMPTY = new TileEdge(Frontier.EMPTY, List.of());

    private final Frontier frontier;

    /** By level, what the partial tile there holds; empty where the last tile is full. */
    private final List<List<Hash>> rows;

    private TileEdge(Frontier frontier, List<List<Hash>> rows) {
        this.frontier = frontier;
        this.rows = rows;
    }

    /** Where a ledger goes on after a restart, from the tiles that it wrote last. */
    public static TileEdge of(TrustedTiles tiles) {
        long size = tiles.head().size();
        var rows = new Rows(List.of());
        for (TilePath path : TilePath.edge(size)) {
            rows.at(path.level()).addAll(tiles.tile(path).hashes());
        }
        return new TileEdge(Frontier.of(size, tiles), rows.copy());
    }

    /**
     * @param leaves in the order of their indexes
     * @return the tiles to write, full ones and the new partial ones; write them before a
     *     checkpoint of the new head is shown to anybody
     */
    public Growth append(List<Hash> leaves) {
        var growing = new Rows(rows);
        Frontier grown = frontier.append(leaves, growing::add);
        return new Growth(new TileEdge(grown, growing.copy()), growing.changed(grown.size()));
    }

    public TreeHead head() {
        return frontier.head();
    }

    /** What appending leads to. */
    public record Growth(TileEdge edge, List<Tile> changed) {}

    /** The rows while they grow. */
    private static final class Rows {
        private final List<List<Hash>> rows = new ArrayList<>();
        private final List<Tile> full = new ArrayList<>();
        private int touchedLevels;

        private Rows(List<List<Hash>> from) {
            from.forEach(row -> rows.add(new ArrayList<>(row)));
        }

        private List<Hash> at(int level) {
            while (rows.size() <= level) {
                rows.add(new ArrayList<>());
            }
            return rows.get(level);
        }

        private void add(Node node, Hash hash) {
            if (node.level() % TilePath.HEIGHT > 0) {
                return;
            }
            int level = node.level() / TilePath.HEIGHT;
            touchedLevels = Math.max(touchedLevels, level + 1);
            List<Hash> row = at(level);
            row.add(hash);
            if (row.size() == TilePath.FULL) {
                var path = new TilePath(level, node.index() / TilePath.FULL, TilePath.FULL);
                full.add(new Tile(path, row));
                row.clear();
            }
        }

        private List<Tile> changed(long size) {
            var changed = new ArrayList<>(full);
            TilePath.edge(size).stream()
                    .filter(path -> path.level() < touchedLevels)
                    .forEach(path -> changed.add(new Tile(path, rows.get(path.level()))));
            return List.copyOf(changed);
        }

        private List<List<Hash>> copy() {
            return rows.stream().map(List::copyOf).toList();
        }
    }
}
