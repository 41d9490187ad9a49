package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.consent.client.Purpose;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an event says was allowed when it happened: {@code context.consent.categoryPreferences}, as
 * Segment's consent tools send it. Whether that is believed depends on the source.
 */
final class StatedConsent {
    private StatedConsent() {}

    static Optional<Set<Purpose>> of(JsonNode context) {
        JsonNode preferences = context.path("consent").path("categoryPreferences");
        if (!preferences.isObject()) {
            return Optional.empty();
        }
        Set<Purpose> granted = new HashSet<>();
        for (Map.Entry<String, JsonNode> preference : preferences.properties()) {
            if (preference.getValue().isBoolean() && preference.getValue().booleanValue()) {
                Purpose.OPTIONAL.stream()
                        .filter(purpose -> purpose.name().equals(preference.getKey()))
                        .forEach(granted::add);
            }
        }
        return Optional.of(Set.copyOf(granted));
    }
}
