package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.proof.tile.EntryBundlePath;
import io.tact.proof.tile.TilePath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The ledger as far as everybody can see it: what is committed and not shown yet is not there yet.
 */
@ApplicationScoped
class ReadLedger {
    private final PublishedCheckpoint published;
    private final TileStore tiles;

    ReadLedger(PublishedCheckpoint published, TileStore tiles) {
        this.published = published;
        this.tiles = tiles;
    }

    /** The newest checkpoint, as it was signed. */
    Optional<String> checkpoint() {
        return published.shown().map(PublishedCheckpoint.Shown::note);
    }

    Uni<Optional<byte[]>> tile(TilePath path) {
        return path.isIn(size()) ? tiles.tile(path) : Uni.createFrom().item(Optional.empty());
    }

    /** What the leaves are the hashes of. */
    Uni<Optional<List<byte[]>>> leaves(EntryBundlePath path) {
        return path.isIn(size())
                ? tiles.leaves(path).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private long size() {
        return published.newest().map(checkpoint -> checkpoint.head().size()).orElse(0L);
    }
}
