/**
 * What a stranger needs to check a ledger, with a JDK and nothing else.
 *
 * <p>{@link io.tact.proof.tree} is the Merkle tree and its proofs, {@link io.tact.proof.note} the
 * checkpoints in which a ledger signs its tree, {@link io.tact.proof.tile} the files in which it
 * publishes it. Everything is pure: bytes in, an answer out. What came from outside and does not
 * hold is answered with {@link io.tact.proof.Verdict.Broken} or {@link
 * io.tact.proof.Checked.Refused} and its reason; an exception means that the caller broke a
 * precondition.
 */
@NullMarked
package io.tact.proof;

import org.jspecify.annotations.NullMarked;
