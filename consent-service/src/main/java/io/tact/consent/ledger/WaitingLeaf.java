package io.tact.consent.ledger;

import io.tact.proof.Checked;
import io.tact.proof.entry.Leaf;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedLeaf;

/** A leaf that is no entry: it tells of an erasure, after the entries that it names. */
record WaitingLeaf(long id, SealedLeaf sealed) {

    /** What goes into the tree, if this service wrote it. */
    Checked<Leaf> leaf(MasterKey master) {
        return sealed.isGenuine(master)
                ? Leaf.parse(sealed.leaf())
                : Checked.refused("it was not written by this service");
    }
}
