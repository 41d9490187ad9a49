package io.tact.proof.tile;

import io.tact.proof.Checked;

/**
 * Where the entries stand whose hashes are in a tile of level 0: {@code tile/entries/<N>[.p/<W>]}.
 */
public record EntryBundlePath(long index, int width) {
    private static final String PREFIX = "tile/entries/";

    public EntryBundlePath {
        TileNumber.require(index, width);
    }

    public static Checked<EntryBundlePath> parse(String path) {
        if (!path.startsWith(PREFIX)) {
            return Checked.refused("'" + path + "' does not read tile/entries/<N>[.p/<W>]");
        }
        return TileNumber.parse(path.substring(PREFIX.length()))
                .map(number -> new EntryBundlePath(number.index(), number.width()));
    }

    /** Whether a ledger of so many entries has it. */
    public boolean isIn(long size) {
        return new TileNumber(index, width).isIn(size);
    }

    /** The index of its first entry. */
    public long start() {
        return index * TilePath.FULL;
    }

    @Override
    public String toString() {
        return PREFIX + new TileNumber(index, width);
    }
}
