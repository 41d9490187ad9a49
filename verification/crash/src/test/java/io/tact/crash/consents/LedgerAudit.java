package io.tact.crash.consents;

import io.tact.proof.Checked;
import io.tact.proof.Verdict;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.tile.TileFetcher;
import io.tact.proof.tile.TrustedTiles;
import io.tact.proof.tree.ConsistencyProof;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** An auditor who has nothing but checkpoints and the public tiles. */
public final class LedgerAudit {
    private final TileFetcher tiles;
    private final Set<List<Checkpoint>> proven = new HashSet<>();

    public LedgerAudit(ConsentDoor door) {
        this.tiles = path -> door.file(path.toString());
    }

    /** That each is the beginning of the next; what was proved before is not proved again. */
    void demandChain(List<Checkpoint> seen) {
        for (int i = 1; i < seen.size(); i++) {
            List<Checkpoint> pair = List.of(seen.get(i - 1), seen.get(i));
            if (proven.add(pair)) {
                TreeHead newer = pair.get(1).head();
                demandBeginning(pair.get(0).head(), read(newer, nodes(pair.get(0).head(), newer)));
            }
        }
    }

    /** That each is the beginning of the newest, by the tiles as they are now. */
    public void demandAllIn(List<Checkpoint> seen) {
        TreeHead newest = seen.get(seen.size() - 1).head();
        Set<Node> nodes = new HashSet<>();
        seen.forEach(checkpoint -> nodes.addAll(nodes(checkpoint.head(), newest)));
        TrustedTiles trusted = read(newest, nodes);
        seen.forEach(checkpoint -> demandBeginning(checkpoint.head(), trusted));
    }

    /** That these leaves stand at their indexes under the head. */
    void demandLeaves(SortedMap<Long, byte[]> leaves, TreeHead head) {
        List<Node> nodes = leaves.keySet().stream().map(index -> new Node(0, index)).toList();
        TrustedTiles trusted = read(head, nodes);
        leaves.forEach(
                (index, leaf) -> {
                    if (!trusted.hash(new Node(0, index)).equals(Hash.ofLeaf(leaf))) {
                        throw new AssertionError("Entry " + index + " is not in the tree");
                    }
                });
    }

    private static List<Node> nodes(TreeHead older, TreeHead newer) {
        return ConsistencyProof.nodes(older.size(), newer.size());
    }

    private static void demandBeginning(TreeHead older, TrustedTiles newer) {
        Verdict verdict =
                ConsistencyProof.of(older.size(), newer.head().size(), newer)
                        .verify(older, newer.head());
        if (verdict instanceof Verdict.Broken broken) {
            throw new AssertionError(
                    "The checkpoint of %d entries is not the beginning of that of %d: %s"
                            .formatted(older.size(), newer.head().size(), broken.reason()));
        }
    }

    private TrustedTiles read(TreeHead head, Collection<Node> nodes) {
        try {
            Checked<TrustedTiles> read = TrustedTiles.read(head, nodes, tiles);
            if (read instanceof Checked.Refused<TrustedTiles> refused) {
                throw new AssertionError("The tiles do not fit: " + refused.reason());
            }
            return read.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
