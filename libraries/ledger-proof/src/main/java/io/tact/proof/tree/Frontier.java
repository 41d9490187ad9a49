package io.tact.proof.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * All that is needed of a tree to append to it: the hashes of the complete subtrees that it
 * consists of, the largest first; one for every 1 in its size's binary form. Known elsewhere as a
 * compact range that starts at 0.
 */
public record Frontier(long size, List<Hash> complete) {
    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        if (size < 0 || complete.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "A tree of " + size + " leaves does not consist of " + complete.size());
        }
        complete = List.copyOf(complete);
    }

    /** The frontier of any tree whose hashes can be read. */
    public static Frontier of(long size, HashReader hashes) {
        return size == 0
                ? EMPTY
                : new Frontier(
                        size, Subtree.ofTree(size).nodes().stream().map(hashes::hash).toList());
    }

    public Frontier append(List<Hash> leaves) {
        return append(leaves, (node, hash) -> {});
    }

    /**
     * Costs one hash a leaf in the long run, however large the tree is.
     *
     * @param completed is shown every leaf and every node that they complete, children first
     */
    public Frontier append(List<Hash> leaves, BiConsumer<Node, Hash> completed) {
        var row = new ArrayList<>(complete);
        long next = size;
        for (Hash leaf : leaves) {
            Hash hash = leaf;
            completed.accept(new Node(0, next), hash);
            // Every 1 at the end of the number of leaves so far is a subtree that waits for this.
            for (int level = 0; (next >>> level & 1) == 1; level++) {
                hash = Hash.ofNode(row.remove(row.size() - 1), hash);
                completed.accept(new Node(level + 1, next >>> (level + 1)), hash);
            }
            row.add(hash);
            next++;
        }
        return new Frontier(next, row);
    }

    public TreeHead head() {
        return size == 0 ? TreeHead.EMPTY : new TreeHead(size, Hash.ofRow(complete));
    }
}
