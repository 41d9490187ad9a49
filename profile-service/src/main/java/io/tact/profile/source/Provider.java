package io.tact.profile.source;

import io.tact.consent.client.Purpose;
import java.util.Set;

/**
 * Somebody else from whom the shop has what a source sends.
 *
 * @param name as the customer reads it
 * @param purposes for which the shop has it: it is kept for no other
 */
public record Provider(String name, Set<Purpose> purposes) {
    public Provider {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A provider has a name of 1 to 100 characters");
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException(
                    "What the provider "
                            + name
                            + " sends has no purpose, and is not taken without one");
        }
        purposes = Set.copyOf(purposes);
    }
}
