package io.tact.proof.tile;

import io.tact.proof.Checked;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.Node;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 hashes that follow each other at one level of the tree, with their place. */
public record Tile(TilePath path, List<Hash> hashes) {
    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() != path.width()) {
            throw new IllegalArgumentException(
                    path + " does not have " + hashes.size() + " hashes");
        }
    }

    public static Checked<Tile> parse(TilePath path, byte[] bytes) {
        int expected = path.width() * Hash.BYTES;
        return bytes.length == expected
                ? Hash.parseRow(bytes).map(hashes -> new Tile(path, hashes))
                : Checked.refused(path + " has " + expected + " bytes, not " + bytes.length);
    }

    /** The file: the hashes without anything between. */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.writeBytes(hash.toBytes()));
        return bytes.toByteArray();
    }

    /** Requires that the node's leaves are all under this tile, and that it is not below it. */
    Hash hash(Node node) {
        int level = TilePath.HEIGHT * path.level();
        int from = Math.toIntExact((node.start() >>> level) - path.index() * TilePath.FULL);
        int to = Math.toIntExact((node.end() >>> level) - path.index() * TilePath.FULL);
        List<Hash> row = hashes.subList(from, to);
        while (row.size() > 1) {
            row = inPairs(row);
        }
        return row.get(0);
    }

    private static List<Hash> inPairs(List<Hash> row) {
        var above = new ArrayList<Hash>(row.size() / 2);
        for (int i = 0; i < row.size(); i += 2) {
            above.add(Hash.ofNode(row.get(i), row.get(i + 1)));
        }
        return above;
    }
}
