package io.tact.consent.ledger;

import io.tact.proof.entry.Leaf;

/** A leaf that is no entry: it tells of an erasure, after the entries that it names. */
record WaitingLeaf(long id, Leaf leaf) {}
