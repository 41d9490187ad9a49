package io.tact.proof.tree;

/** A whole tree in two values: how many leaves it has, and the hash over all of them. */
public record TreeHead(long size, Hash root) {
    public static final TreeHead EMPTY = new TreeHead(0, Hash.OF_EMPTY_TREE);

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no fewer than 0 leaves, not " + size);
        }
        if (size == 0 && !root.equals(Hash.OF_EMPTY_TREE)) {
            throw new IllegalArgumentException(
                    "The root of an empty tree is " + Hash.OF_EMPTY_TREE + ", not " + root);
        }
    }
}
