package io.tact.consent.consents;

import io.tact.consent.answer.Change;
import io.tact.proof.sealing.PersonKey;
import java.util.UUID;

/**
 * The state of an identity whose row this transaction holds.
 *
 * @param next with its next version and time, and the answers that stand so far
 */
record ClaimedState(ConsentState next, UUID pseudonym, PersonKey key) {

    ClaimedState with(Change change) {
        return new ClaimedState(next.with(change), pseudonym, key);
    }

    /** As nobody without the person's key can read it. */
    byte[] encrypt(byte[] body) {
        return key.encrypt(next.version(), body);
    }
}
