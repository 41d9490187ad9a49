package io.tact.proof.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.entry.Leaf;

/**
 * A leaf on its way to the ledger, which signs nothing that this service did not write.
 *
 * @param leaf as its text has it
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedLeaf(byte[] leaf, byte[] seal) {
    private static final String PURPOSE = "leaf";

    public static SealedLeaf of(Leaf leaf, MasterKey master) {
        return new SealedLeaf(leaf.toBytes(), master.seal(PURPOSE, leaf.text()));
    }

    /** Whether the holder of this key put it there. */
    public boolean isGenuine(MasterKey master) {
        return master.sealed(seal, PURPOSE, new String(leaf, UTF_8));
    }
}
