package io.tact.proof.tile;

import java.io.IOException;
import java.util.Optional;

/** Brings tiles from wherever a ledger publishes them. It need not be trusted. */
@FunctionalInterface
public interface TileFetcher {
    /**
     * @return the file, or empty if there is none
     * @throws IOException if it cannot be told
     */
    Optional<byte[]> fetch(TilePath path) throws IOException;
}
