package io.tact.profile.trait;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value of one trait.
 *
 * @param value JSON
 * @param recordedUnder the identity that it was said about
 * @param purposes what that identity allowed when it was recorded
 * @param messageId decides between two of the same time
 * @param eventId in which it was said; null for what was not said in an event
 * @param until when it ends by itself; null: it does not
 */
public record KnownTrait(
        String name,
        String value,
        ValueClass valueClass,
        IdentityKey recordedUnder,
        Set<Purpose> purposes,
        String source,
        Instant at,
        String messageId,
        @Nullable String eventId,
        @Nullable Instant until) {

    /** The same for fewer purposes. */
    public KnownTrait servingOnly(Set<Purpose> left) {
        return new KnownTrait(
                name,
                value,
                valueClass,
                recordedUnder,
                left,
                source,
                at,
                messageId,
                eventId,
                until);
    }

    /** Without the value, so that it may be printed. */
    @Override
    public String toString() {
        return name + " " + valueClass.wire() + " of " + recordedUnder;
    }
}
