package io.tact.proof.tree;

import static io.tact.proof.Verdict.broken;

import io.tact.proof.Verdict;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/**
 * A claim that one tree is the beginning of another: nothing in it was changed, removed or put
 * elsewhere. Anybody may claim anything: only {@link #verify} tells.
 *
 * @param path the hashes of RFC 9162, 2.1.4.1
 */
public record ConsistencyProof(List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Requires 0 &lt; older ≤ newer and that the reader holds the {@link #nodes}. */
    public static ConsistencyProof of(long older, long newer, HashReader hashes) {
        return new ConsistencyProof(path(older, newer).stream().map(hashes::hash).toList());
    }

    /** What has to be read to make the proof. Requires 0 &lt; older ≤ newer. */
    public static List<Node> nodes(long older, long newer) {
        return path(older, newer).stream().flatMap(subtree -> subtree.nodes().stream()).toList();
    }

    /** Holds if the older tree is the beginning of the newer one. */
    public Verdict verify(TreeHead older, TreeHead newer) {
        if (older.size() == 0) {
            return broken("every tree begins with the empty one, so there is nothing to prove");
        }
        if (older.size() > newer.size()) {
            return broken(
                    "a tree of %d leaves is not the beginning of one of %d"
                            .formatted(older.size(), newer.size()));
        }
        return older.size() == newer.size() ? verifySame(older, newer) : climb(older, newer);
    }

    private Verdict verifySame(TreeHead older, TreeHead newer) {
        if (!path.isEmpty()) {
            return broken(
                    "between two trees of %d the path has 0 hashes, not %d"
                            .formatted(older.size(), path.size()));
        }
        return expect(older.root(), newer.root(), "the other tree of this size has");
    }

    /**
     * Climbs twice from the last complete subtree of the older tree. The hashes on the left alone
     * lead to the older root, those on both sides to the newer one; so both were there before.
     */
    private Verdict climb(TreeHead older, TreeHead newer) {
        int level = Long.numberOfTrailingZeros(older.size());
        Climb climb = Climb.fromLeaf(older.size() - 1, newer.size()).above(level);

        // Where the older tree is one complete subtree itself, its root is known already.
        int given = Long.bitCount(older.size()) == 1 ? 0 : 1;
        if (path.size() != given + climb.steps()) {
            return broken(
                    "the path from a tree of %d to one of %d has %d hashes, not %d"
                            .formatted(
                                    older.size(),
                                    newer.size(),
                                    given + climb.steps(),
                                    path.size()));
        }
        Hash from = given == 0 ? older.root() : path.get(0);
        List<Hash> siblings = path.subList(given, path.size());
        long index = (older.size() - 1) >>> level;

        Hash earlier = climb.earlierRoot(from, index, siblings);
        return earlier.equals(older.root())
                ? expect(newer.root(), climb.root(from, index, siblings), "the path leads to")
                : expect(older.root(), earlier, "the path comes from");
    }

    private static Verdict expect(Hash expected, Hash actual, String subject) {
        return actual.equals(expected)
                ? Verdict.HOLDS
                : broken(subject + " the root " + actual + ", not " + expected);
    }

    private static Collection<Subtree> path(long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException(
                    "No proof from a tree of " + older + " leaves to one of " + newer);
        }
        var path = new ArrayDeque<Subtree>();
        Subtree around = Subtree.ofTree(newer);
        while (around.end() != older) {
            Subtree left = around.left();
            Subtree right = around.right();
            boolean isLeft = older <= left.end();
            path.addFirst(isLeft ? right : left);
            around = isLeft ? left : right;
        }
        // From here on it is the older tree's; if it is the whole of it, its root is known.
        if (around.start() > 0) {
            path.addFirst(around);
        }
        return path;
    }
}
