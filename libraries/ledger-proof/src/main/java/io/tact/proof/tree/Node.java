package io.tact.proof.tree;

/**
 * A complete subtree, by its place: {@code level} steps above the leaves, and the {@code index}-th
 * from the left there. Its leaves are D[index · 2<sup>level</sup> : (index + 1) ·
 * 2<sup>level</sup>]. It never changes while the tree grows, so its hash can be kept for ever.
 */
public record Node(int level, long index) {
    public Node {
        if (level < 0 || level > 62 || index < 0 || index >= Long.MAX_VALUE >>> level) {
            throw new IllegalArgumentException(
                    "No tree of fewer than 2^63 leaves has a node " + index + " at level " + level);
        }
    }

    /** The index of its first leaf. */
    public long start() {
        return index << level;
    }

    /** The index after its last leaf, which is the size of the smallest tree that contains it. */
    public long end() {
        return (index + 1) << level;
    }
}
