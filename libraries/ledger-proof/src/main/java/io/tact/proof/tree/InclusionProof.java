package io.tact.proof.tree;

import static io.tact.proof.Verdict.broken;

import io.tact.proof.Verdict;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/**
 * A claim that a leaf stands at an index of a tree. Anybody may claim anything: only {@link
 * #verify} tells.
 *
 * @param path the siblings on the way from the leaf to the root (RFC 9162, 2.1.3.1)
 */
public record InclusionProof(long index, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Requires 0 ≤ index &lt; size and that the reader holds the {@link #nodes}. */
    public static InclusionProof of(long index, long size, HashReader hashes) {
        return new InclusionProof(index, path(index, size).stream().map(hashes::hash).toList());
    }

    /** What has to be read to make the proof. Requires 0 ≤ index &lt; size. */
    public static List<Node> nodes(long index, long size) {
        return path(index, size).stream().flatMap(subtree -> subtree.nodes().stream()).toList();
    }

    /**
     * Holds if the leaf with this hash stands at the index in the tree with this head.
     *
     * <p>A root does not bind the size that it is shown with: both have to come from a head that is
     * trusted, such as a signed checkpoint.
     */
    public Verdict verify(Hash leaf, TreeHead head) {
        if (index < 0 || index >= head.size()) {
            return broken("there is no leaf " + index + " in a tree of " + head.size());
        }
        Climb climb = Climb.fromLeaf(index, head.size());
        if (path.size() != climb.steps()) {
            return broken(
                    "the path from leaf %d to the root of a tree of %d has %d hashes, not %d"
                            .formatted(index, head.size(), climb.steps(), path.size()));
        }
        Hash root = climb.root(leaf, index, path);
        return root.equals(head.root())
                ? Verdict.HOLDS
                : broken("the path leads to the root " + root + ", not to " + head.root());
    }

    private static Collection<Subtree> path(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayDeque<Subtree>();
        Subtree around = Subtree.ofTree(size);
        while (!around.isLeaf()) {
            Subtree left = around.left();
            Subtree right = around.right();
            boolean isLeft = index < left.end();
            path.addFirst(isLeft ? right : left);
            around = isLeft ? left : right;
        }
        return path;
    }
}
