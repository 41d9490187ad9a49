package io.tact.proof.tree;

import java.util.List;

/**
 * The shape of the way from a node up to the root. First come {@code inner} steps, where the
 * sibling is on either side and the node's index tells on which; they end where the way meets the
 * right edge of the tree. From there only left siblings exist: {@code border} of them.
 */
record Climb(int inner, int border) {
    /** Requires 0 ≤ index &lt; size. */
    static Climb fromLeaf(long index, long size) {
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        return new Climb(inner, Long.bitCount(index >>> inner));
    }

    /** The same way, begun so many levels higher. Requires that these are inner steps. */
    Climb above(int level) {
        return new Climb(inner - level, border);
    }

    int steps() {
        return inner + border;
    }

    /** Requires one sibling a step, and the index of {@code from} at its own level. */
    Hash root(Hash from, long index, List<Hash> siblings) {
        Hash hash = from;
        for (int step = 0; step < siblings.size(); step++) {
            Hash sibling = siblings.get(step);
            hash =
                    isOnTheLeft(step, index)
                            ? Hash.ofNode(sibling, hash)
                            : Hash.ofNode(hash, sibling);
        }
        return hash;
    }

    /**
     * The root of the tree when {@code from} was the last in it: what is on the right came later.
     */
    Hash earlierRoot(Hash from, long index, List<Hash> siblings) {
        Hash hash = from;
        for (int step = 0; step < siblings.size(); step++) {
            if (isOnTheLeft(step, index)) {
                hash = Hash.ofNode(siblings.get(step), hash);
            }
        }
        return hash;
    }

    private boolean isOnTheLeft(int step, long index) {
        return step >= inner || (index >>> step & 1) == 1;
    }
}
