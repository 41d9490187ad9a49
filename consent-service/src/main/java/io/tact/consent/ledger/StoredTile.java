package io.tact.consent.ledger;

import io.tact.proof.tile.TilePath;
import io.tact.proof.tree.Hash;
import java.util.Arrays;
import java.util.Optional;

/** A tile's row holds the widest that there was; every narrower one is its beginning. */
final class StoredTile {
    private StoredTile() {}

    static Optional<byte[]> cut(TilePath path, byte[] hashes) {
        int length = path.width() * Hash.BYTES;
        return hashes.length < length
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(hashes, length));
    }
}
