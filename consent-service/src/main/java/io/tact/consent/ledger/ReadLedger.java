package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.proof.tile.EntryBundlePath;
import io.tact.proof.tile.TilePath;
import io.tact.proof.tile.TrustedTiles;
import io.tact.proof.tree.InclusionProof;
import io.tact.proof.tree.Node;
import io.tact.proof.tree.TreeHead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The ledger as far as everybody can see it: what is committed and not shown yet is not there yet.
 */
@ApplicationScoped
public class ReadLedger {
    private final PublishedCheckpoint published;
    private final CheckpointReader copies;
    private final TileStore tiles;
    private final HealthStore health;

    ReadLedger(
            PublishedCheckpoint published,
            CheckpointReader copies,
            TileStore tiles,
            HealthStore health) {
        this.published = published;
        this.copies = copies;
        this.tiles = tiles;
        this.health = health;
    }

    /**
     * Whether all that was ever shown has been read back: before, an older checkpoint would follow
     * a newer one, as after a rollback.
     */
    boolean isReadBack() {
        return copies.isCaughtUp();
    }

    Uni<LedgerHealth> health() {
        return health.health(published.size());
    }

    /** The newest checkpoint, as it was signed. */
    Optional<String> checkpoint() {
        return published.shown().map(PublishedCheckpoint.Shown::note);
    }

    Uni<Optional<byte[]>> tile(TilePath path) {
        return path.isIn(published.size())
                ? tiles.tile(path)
                : Uni.createFrom().item(Optional.empty());
    }

    /** What the leaves are the hashes of. */
    Uni<Optional<List<byte[]>>> leaves(EntryBundlePath path) {
        return path.isIn(published.size())
                ? tiles.leaves(path).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    /**
     * Where these entries stand under the newest checkpoint; empty while one of them does not.
     *
     * @param indexes at least one
     */
    public Uni<Optional<Placement>> place(List<Long> indexes) {
        Optional<PublishedCheckpoint.Shown> shown = published.shown();
        if (shown.isEmpty() || indexes.stream().anyMatch(index -> index >= shown.get().size())) {
            return Uni.createFrom().item(Optional.empty());
        }
        TreeHead head = shown.get().checkpoint().head();
        List<Node> nodes =
                indexes.stream()
                        .flatMap(index -> InclusionProof.nodes(index, head.size()).stream())
                        .toList();
        return tiles.tiles(TrustedTiles.needed(head.size(), nodes))
                .map(found -> TrustedTiles.check(head, found).orElseThrow())
                .map(
                        trusted ->
                                indexes.stream()
                                        .map(
                                                index ->
                                                        InclusionProof.of(
                                                                index, head.size(), trusted))
                                        .toList())
                .map(proofs -> Optional.of(new Placement(shown.get().note(), proofs)));
    }

    /**
     * Entries under a checkpoint.
     *
     * @param checkpoint as it was signed
     * @param proofs in the order of the question
     */
    public record Placement(String checkpoint, List<InclusionProof> proofs) {}
}
