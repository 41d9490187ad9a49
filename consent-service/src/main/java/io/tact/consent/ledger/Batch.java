package io.tact.consent.ledger;

import io.tact.proof.Checked;
import io.tact.proof.entry.Leaf;
import io.tact.proof.entry.Said;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.tile.Tile;
import io.tact.proof.tile.TileEdge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The entries that are signed together, and what that leads to.
 *
 * @param tiles that changed
 * @param edge from where the next batch goes on
 */
record Batch(
        List<Placed> placed,
        List<RefusedEntry> refused,
        List<Long> leafIds,
        List<Long> refusedLeafIds,
        List<Tile> tiles,
        TileEdge edge,
        Checkpoint checkpoint,
        String note) {

    /**
     * @param entryId empty for a leaf that is no entry
     */
    record Placed(long index, Leaf leaf, OptionalLong entryId) {}

    record RefusedEntry(long entryId, String reason) {}

    /**
     * In the order in which they wait, leaves last: they speak of entries that have an index. What
     * this service did not write is not signed.
     */
    static Batch of(
            List<WaitingEntry> waiting,
            List<WaitingLeaf> leaves,
            TileEdge edge,
            MasterKey master,
            SigningKey signing) {
        var placed = new ArrayList<Placed>();
        var refused = new ArrayList<RefusedEntry>();
        long next = edge.head().size();
        for (WaitingEntry entry : waiting) {
            Checked<Said> leaf = entry.leaf(master);
            if (leaf instanceof Checked.Refused<Said> no) {
                refused.add(new RefusedEntry(entry.entryId(), no.reason()));
            } else {
                placed.add(
                        new Placed(next++, leaf.orElseThrow(), OptionalLong.of(entry.entryId())));
            }
        }
        var leafIds = new ArrayList<Long>();
        var refusedLeafIds = new ArrayList<Long>();
        for (WaitingLeaf waitingLeaf : leaves) {
            if (waitingLeaf.leaf(master) instanceof Checked.Valid<Leaf> leaf) {
                placed.add(new Placed(next++, leaf.value(), OptionalLong.empty()));
                leafIds.add(waitingLeaf.id());
            } else {
                refusedLeafIds.add(waitingLeaf.id());
            }
        }
        var growth = edge.append(placed.stream().map(entry -> entry.leaf().hash()).toList());
        var checkpoint = Checkpoint.of(signing.verifierKey().id().name(), growth.edge().head());
        return new Batch(
                placed,
                refused,
                leafIds,
                refusedLeafIds,
                growth.changed(),
                growth.edge(),
                checkpoint,
                new String(checkpoint.sign(signing).toBytes(), StandardCharsets.UTF_8));
    }

    List<Long> entryIds() {
        return Stream.concat(
                        placed.stream().flatMap(entry -> entry.entryId().stream().boxed()),
                        refused.stream().map(RefusedEntry::entryId))
                .toList();
    }
}
