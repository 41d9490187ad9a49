/**
 * What stands at the leaves of a ledger of consents. A leaf names nobody: of what somebody said it
 * holds a {@link io.tact.proof.entry.Commitment}, which tells nothing to whoever does not have the
 * body and its nonce, and which binds those who show them. So a person can be forgotten, by
 * forgetting nonces, while every proof stays valid; a leaf of its own says which entries that were.
 */
@NullMarked
package io.tact.proof.entry;

import org.jspecify.annotations.NullMarked;
