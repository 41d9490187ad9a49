package io.tact.profile.computed;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * An event, as definitions see it.
 *
 * @param purposes for which it was kept
 * @param fields {@code name}, {@code type}, {@code at}, {@code source}, {@code products} and {@code
 *     properties}, without what is of a protected category
 */
record SeenEvent(
        IdentityKey identity,
        Instant at,
        String messageId,
        Set<Purpose> purposes,
        Map<String, Object> fields) {
    LocalDate day() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
