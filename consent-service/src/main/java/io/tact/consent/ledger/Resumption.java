package io.tact.consent.ledger;

import io.tact.proof.Checked;
import io.tact.proof.Verdict;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.tile.TileEdge;
import io.tact.proof.tile.TileFetcher;
import io.tact.proof.tile.TrustedTiles;
import io.tact.proof.tree.ConsistencyProof;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where the writer may go on: only on a database that holds all that was ever shown. A database
 * that was restored, cut or rewritten is refused here, before anything is signed on it.
 *
 * @param own the newest checkpoint of the database
 * @param entries how many entries have an index there
 * @param copy the newest checkpoint outside of it
 */
record Resumption(Optional<Checkpoint> own, long entries, Optional<Checkpoint> copy) {

    Checked<TileEdge> edge(TileFetcher tiles) throws IOException {
        TreeHead head = own.map(Checkpoint::head).orElse(TreeHead.EMPTY);
        TreeHead shown = copy.map(Checkpoint::head).orElse(TreeHead.EMPTY);
        if (entries != head.size()) {
            return Checked.refused(
                    "the database has " + entries + " entries in order, and signed " + head.size());
        }
        if (shown.size() > head.size()) {
            return Checked.refused(
                    "the database ends at "
                            + head.size()
                            + " entries, but a checkpoint of "
                            + shown.size()
                            + " was shown: it was restored, or its end was cut off");
        }
        if (head.size() == 0) {
            return Checked.valid(TileEdge.EMPTY);
        }
        List<Node> nodes =
                shown.size() == 0 ? List.of() : ConsistencyProof.nodes(shown.size(), head.size());
        return TrustedTiles.read(head, nodes, tiles)
                .then(
                        trusted ->
                                extension(shown, head, trusted) instanceof Verdict.Broken broken
                                        ? Checked.refused(
                                                "the database does not extend the checkpoint that was shown: "
                                                        + broken.reason())
                                        : Checked.valid(TileEdge.of(trusted)));
    }

    private static Verdict extension(TreeHead shown, TreeHead head, TrustedTiles tiles) {
        return shown.size() == 0
                ? Verdict.HOLDS
                : ConsistencyProof.of(shown.size(), head.size(), tiles).verify(shown, head);
    }
}
