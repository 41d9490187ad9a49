package io.tact.consent.consents;

import io.tact.consent.answer.Answers;
import io.tact.consent.answer.Change;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;

/**
 * What one identity's own answers amount to.
 *
 * @param version counts its entries; 0 before the first
 * @param recordedAt of the last entry
 */
record ConsentState(IdentityKey key, long version, Instant recordedAt, Answers answers) {

    static ConsentState unasked(IdentityKey key) {
        return new ConsentState(key, 0, Instant.EPOCH, Answers.NONE);
    }

    /** Of a row that cannot be believed. */
    static ConsentState refusing(IdentityKey key, long version) {
        return new ConsentState(key, version, Instant.EPOCH, Answers.NONE);
    }

    ConsentState with(Change change) {
        return new ConsentState(key, version, recordedAt, answers.after(change, recordedAt));
    }
}
