package io.tact.profile.event;

import io.tact.consent.client.Purpose;
import java.util.Set;

/** What an event says about the consent under which it happened. */
public record StatedConsent(Set<Purpose> granted, Set<Purpose> refused) {
    public StatedConsent {
        granted = Set.copyOf(granted);
        refused = Set.copyOf(refused);
    }
}
