package io.tact.proof.audit;

import io.tact.proof.tile.Tile;
import io.tact.proof.tile.TilePath;
import io.tact.proof.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** The tiles as they are published, held against the tree that the leaves make. */
record TileRows(Database database, Findings findings) {
    private static final int HEIGHT = 8;

    /**
     * Children come before parents, so that a leaf is blamed before the tiles above it are.
     *
     * @param exactly false where the stored tile may go on
     */
    void compare(Tile tile, boolean exactly) throws SQLException {
        TilePath path = tile.path();
        byte[] expected = tile.toBytes();
        byte[] stored = stored(path);
        int differs = Arrays.mismatch(expected, stored);
        if (differs < 0 || (differs == expected.length && !exactly)) {
            return;
        }
        int at = differs / Hash.BYTES;
        long start = (path.index() * TilePath.FULL + at) << (HEIGHT * path.level());
        long end = start + (1L << (HEIGHT * path.level()));
        if (findings.blames(start, end)) {
            return;
        }
        findings.add(
                "the hash " + at + " of " + path,
                start,
                hash(expected, at),
                stored.length == 0 ? "no tile" : hash(stored, at));
    }

    private byte[] stored(TilePath path) throws SQLException {
        try (var statement =
                database.connection()
                        .prepareStatement(
                                "select hashes from ledger_tile where level = ? and index = ?")) {
            statement.setInt(1, path.level());
            statement.setLong(2, path.index());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : new byte[0];
            }
        }
    }

    private static String hash(byte[] row, int at) {
        int end = (at + 1) * Hash.BYTES;
        return end <= row.length
                ? Hash.parse(Arrays.copyOfRange(row, at * Hash.BYTES, end)).orElseThrow().toString()
                : "no more hashes";
    }

    void checkNoOther(long size) throws SQLException {
        try (ResultSet rows = database.query("select level, index from ledger_tile")) {
            while (rows.next()) {
                int level = rows.getInt("level");
                long index = rows.getLong("index");
                if (!isIn(level, index, size)) {
                    findings.add(
                            "the tile %d of level %d".formatted(index, level),
                            "no such tile in a tree of " + size,
                            "a row");
                }
            }
        }
    }

    private static boolean isIn(int level, long index, long size) {
        return level >= 0
                && level * HEIGHT < Long.SIZE
                && index >= 0
                && index < ((size >>> (level * HEIGHT)) + TilePath.FULL - 1) / TilePath.FULL;
    }
}
