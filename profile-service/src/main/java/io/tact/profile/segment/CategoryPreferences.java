package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.consent.client.Purpose;
import io.tact.profile.event.StatedConsent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code context.consent.categoryPreferences}, as Segment's and Jitsu's consent tools send it, with
 * our purposes as the categories. Whether that is believed depends on the source.
 */
final class CategoryPreferences {
    private CategoryPreferences() {}

    static Optional<StatedConsent> of(JsonNode context) {
        JsonNode preferences = context.path("consent").path("categoryPreferences");
        return preferences.isObject()
                ? Optional.of(new StatedConsent(said(preferences, true), said(preferences, false)))
                : Optional.empty();
    }

    private static Set<Purpose> said(JsonNode preferences, boolean yes) {
        return Purpose.OPTIONAL.stream()
                .filter(purpose -> is(preferences.path(purpose.name()), yes))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean is(JsonNode preference, boolean yes) {
        return preference.isBoolean() && preference.booleanValue() == yes;
    }
}
