package io.tact.proof.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves D[start : end] where the tree's own recursion cuts them out (RFC 9162, 2.1.1): start
 * is a multiple of the smallest power of two that is not below the number of leaves. On the right
 * edge of a tree it need not be complete.
 */
public record Subtree(long start, long end) {
    public Subtree {
        long leaves = end - start;
        if (start < 0 || leaves < 1 || start % roundUp(leaves) != 0) {
            throw new IllegalArgumentException("D[" + start + ":" + end + "] is not a subtree");
        }
    }

    public static Subtree ofTree(long size) {
        return new Subtree(0, size);
    }

    boolean isLeaf() {
        return end - start == 1;
    }

    /** As many of the leaves as are the largest power of two below their number. */
    Subtree left() {
        return new Subtree(start, middle());
    }

    Subtree right() {
        return new Subtree(middle(), end);
    }

    /** The complete subtrees that it consists of, the largest of them first. */
    public List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        long from = start;
        while (from < end) {
            long leaves = Long.highestOneBit(end - from);
            nodes.add(new Node(Long.numberOfTrailingZeros(leaves), from / leaves));
            from += leaves;
        }
        return nodes;
    }

    private long middle() {
        return start + Long.highestOneBit(end - start - 1);
    }

    /** Above 2^62 only a whole tree fits, and any power will do. */
    private static long roundUp(long leaves) {
        long below = Long.highestOneBit(leaves);
        return below == leaves || below == 1L << 62 ? below : below << 1;
    }
}
