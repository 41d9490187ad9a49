package io.tact.recommendation.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.erasure.Memory.Remembered;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An erasure that is being done.
 *
 * @param at by then nothing was remembered any more: answers asked for later know nothing of them
 * @param remembered until then
 */
record Heard(Erasure erasure, Instant at, Remembered remembered) {
    UUID request() {
        return erasure.request();
    }

    /** Until when answers to these identities go. */
    static Map<IdentityKey, Instant> until(Collection<Heard> all) {
        Map<IdentityKey, Instant> until = new HashMap<>();
        for (Heard heard : all) {
            heard.erasure
                    .identities()
                    .forEach(
                            key ->
                                    until.merge(
                                            key,
                                            heard.at,
                                            (one, other) -> one.isAfter(other) ? one : other));
        }
        return until;
    }
}
