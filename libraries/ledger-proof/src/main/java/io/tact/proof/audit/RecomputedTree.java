package io.tact.proof.audit;

import io.tact.proof.tile.Tile;
import io.tact.proof.tile.TileEdge;
import io.tact.proof.tile.TilePath;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The tree of the leaves that are there, held against everything that was ever said of it: every
 * tile, every checkpoint, and the saved one.
 */
final class RecomputedTree {
    private final CheckpointRows checkpoints;
    private final TileRows tiles;
    private final TreeHead saved;
    private final Findings findings;

    private final List<Hash> pending = new ArrayList<>();
    private final TreeMap<Integer, Tile> partial = new TreeMap<>();
    private TileEdge edge = TileEdge.EMPTY;
    private long holdsUntil;
    private boolean differs;

    RecomputedTree(CheckpointRows checkpoints, TileRows tiles, TreeHead saved) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.saved = saved;
        this.findings = tiles.findings();
    }

    void append(Hash leaf) throws SQLException {
        pending.add(leaf);
        long size = edge.head().size() + pending.size();
        if (size % TilePath.FULL == 0 || size == saved.size() || checkpoints.isAt(size)) {
            grow();
        }
    }

    private void grow() throws SQLException {
        TileEdge.Growth growth = edge.append(pending);
        pending.clear();
        edge = growth.edge();
        for (Tile tile : growth.changed()) {
            if (tile.path().isFull()) {
                partial.remove(tile.path().level());
                tiles.compare(tile, true);
            }
        }
        for (Tile tile : growth.changed()) {
            if (!tile.path().isFull()) {
                partial.put(tile.path().level(), tile);
            }
        }
        TreeHead head = edge.head();
        if (head.size() == saved.size() && !head.equals(saved)) {
            findings.add(
                    "the first " + saved.size() + " entries",
                    "the root " + saved.root() + ", as in the saved checkpoint",
                    head.root() + ", so they are not what was signed then");
        }
        if (checkpoints.isAt(head.size())) {
            Optional<TreeHead> signed = checkpoints.take();
            if (signed.isPresent() && !differs) {
                compare(signed.get(), head);
            }
        }
    }

    /** One that differs makes all later ones differ; only the first of them says something. */
    private void compare(TreeHead signed, TreeHead head) {
        if (signed.equals(head)) {
            holdsUntil = head.size();
            return;
        }
        differs = true;
        boolean isOne = head.size() - holdsUntil == 1 && !findings.blames(holdsUntil, head.size());
        findings.add(
                "the checkpoint of " + head.size(),
                isOne ? OptionalLong.of(holdsUntil) : OptionalLong.empty(),
                "the root " + signed.root(),
                "%s, so an entry from %d to %d is not what was signed"
                        .formatted(head.root(), holdsUntil, head.size() - 1));
    }

    /**
     * @param whole whether these were all leaves; otherwise the tree beyond cannot be recomputed
     */
    void end(boolean whole) throws SQLException {
        if (!pending.isEmpty()) {
            grow();
        }
        long size = edge.head().size();
        for (Tile tile : partial.values()) {
            tiles.compare(tile, whole);
        }
        checkpoints.end(size, whole);
        if (whole) {
            tiles.checkNoOther(size);
            if (size < saved.size()) {
                findings.add(
                        "the end of the ledger",
                        size,
                        saved.size() + " entries, which the saved checkpoint signs",
                        Long.toString(size));
            }
        }
    }
}
