/**
 * Forgetting people (GDPR, Article 17; EDPB guidelines 02/2025). What is deleted is the mapping
 * from an identity to its pseudonym, and the pseudonym's key, and with it every nonce; what stays
 * is commitments that nobody can open, so that all proofs of everybody else stay valid. The ledger
 * itself says which entries these are.
 */
@NullMarked
package io.tact.consent.erasure;

import org.jspecify.annotations.NullMarked;
