package io.tact.proof.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** All nodes of a tree, and the heads that it had on the way. */
public final class TreeInMemory implements HashReader {
    private final Map<Node, Hash> nodes = new HashMap<>();
    private final List<Hash> leaves;

    public TreeInMemory(List<Hash> leaves) {
        this.leaves = leaves;
        Frontier.EMPTY.append(leaves, nodes::put);
    }

    /** Over "leaf 0", "leaf 1", … as in the vectors. */
    public static TreeInMemory ofSize(long size) {
        return new TreeInMemory(leaves(0, size));
    }

    public static List<Hash> leaves(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(index -> Hash.ofLeaf(("leaf " + index).getBytes(UTF_8)))
                .toList();
    }

    public List<Hash> leaves() {
        return leaves;
    }

    public Hash leaf(long index) {
        return leaves.get((int) index);
    }

    public TreeHead head(long size) {
        return Frontier.of(size, this).head();
    }

    @Override
    public Hash hash(Node node) {
        Hash hash = nodes.get(node);
        if (hash == null) {
            throw new IllegalArgumentException(node + " is not in a tree of " + leaves.size());
        }
        return hash;
    }
}
