package io.tact.proof.tile;

import io.tact.proof.tree.Hash;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import io.tact.proof.tree.TreeInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A tree whose tiles can be fetched, each cut out of it by the definition of the specification. */
final class PublishedTree implements TileFetcher {
    private final TreeInMemory tree;
    private final long size;
    private final List<TilePath> asked = new ArrayList<>();

    PublishedTree(TreeInMemory tree, long size) {
        this.tree = tree;
        this.size = size;
    }

    TreeHead head() {
        return tree.head(size);
    }

    /** What was fetched so far. */
    List<TilePath> asked() {
        return asked;
    }

    Tile tile(TilePath path) {
        long first = path.index() * 256;
        List<Hash> hashes =
                LongStream.range(first, first + path.width())
                        .mapToObj(index -> tree.hash(new Node(8 * path.level(), index)))
                        .toList();
        return new Tile(path, hashes);
    }

    /** Every full tile and every partial one that the tree ends with. */
    List<TilePath> paths() {
        var paths = new ArrayList<>(TilePath.edge(size));
        for (int level = 0; level < 3; level++) {
            for (long index = 0; index < (size >> (8 * level)) / 256; index++) {
                paths.add(new TilePath(level, index, 256));
            }
        }
        return paths;
    }

    @Override
    public Optional<byte[]> fetch(TilePath path) {
        asked.add(path);
        return paths().contains(path) ? Optional.of(tile(path).toBytes()) : Optional.empty();
    }
}
