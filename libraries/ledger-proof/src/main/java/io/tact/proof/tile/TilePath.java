package io.tact.proof.tile;

import io.tact.proof.Checked;
import io.tact.proof.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile stands: {@code tile/<L>/<N>[.p/<W>]}. The hashes of a tile at level L are nodes of
 * the tree at level 8 · L; those between are computed from them.
 *
 * @param index of the tile in its level
 * @param width how many hashes it has; fewer than 256 only at the right edge of a tree
 */
public record TilePath(int level, long index, int width) {
    /** The hashes of a full tile. */
    public static final int FULL = 256;

    /** The levels of the tree from one level of tiles to the next: 2^8 = 256. */
    static final int HEIGHT = 8;

    private static final Pattern FORM = Pattern.compile("tile/(0|[1-9][0-9]?)/(.+)");
    private static final int HIGHEST_LEVEL = 63;

    public TilePath {
        TileNumber.require(index, width);
        if (level < 0 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("Tiles have levels 0 to 63, not " + level);
        }
    }

    public static Checked<TilePath> parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return Checked.refused("'" + path + "' does not read tile/<L>/<N>[.p/<W>]");
        }
        int level = Integer.parseInt(matcher.group(1));
        if (level > HIGHEST_LEVEL) {
            return Checked.refused("tiles have levels 0 to 63, not " + level);
        }
        return TileNumber.parse(matcher.group(2))
                .map(number -> new TilePath(level, number.index(), number.width()));
    }

    /** As wide as it is in a tree of this size, which must have it. */
    static TilePath of(int level, long index, long size) {
        return new TilePath(level, index, (int) Math.min(FULL, row(level, size) - index * FULL));
    }

    /** The tile in a tree of this size from which the hash of the node is had. */
    public static TilePath holding(Node node, long size) {
        if (node.end() > size) {
            throw new IllegalArgumentException(node + " is not complete in a tree of " + size);
        }
        int level = node.level() / HEIGHT;
        return of(level, (node.start() >>> (HEIGHT * level)) / FULL, size);
    }

    /** The partial tiles of a tree of this size, one a level at most; they make up its root. */
    public static List<TilePath> edge(long size) {
        var edge = new ArrayList<TilePath>();
        for (int level = 0; row(level, size) > 0; level++) {
            long row = row(level, size);
            if (row % FULL > 0) {
                edge.add(new TilePath(level, row / FULL, (int) (row % FULL)));
            }
        }
        return edge;
    }

    /** Whether a tree of this size has it: a partial tile also when the tree has more of it. */
    public boolean isIn(long size) {
        return new TileNumber(index, width).isIn(row(level, size));
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The tile that a partial one becomes. */
    TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** The root of this tile, if it is full. */
    Node root() {
        return new Node(HEIGHT * (level + 1), index);
    }

    private static long row(int level, long size) {
        return HEIGHT * level < Long.SIZE ? size >>> (HEIGHT * level) : 0;
    }

    @Override
    public String toString() {
        return "tile/" + level + "/" + new TileNumber(index, width);
    }
}
