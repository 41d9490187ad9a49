package io.tact.proof.sealing;

import java.util.UUID;

/**
 * A person's key as it stands in the table: of no use without the master key.
 *
 * @param bytes not copied; whoever gets them leaves them as they are
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrappedKey(UUID pseudonym, byte[] bytes) {
    @Override
    public String toString() {
        return "the wrapped key of " + pseudonym;
    }
}
