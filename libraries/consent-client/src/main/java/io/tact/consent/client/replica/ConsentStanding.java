package io.tact.consent.client.replica;

import io.tact.consent.client.Purpose;
import java.util.Set;

/**
 * What one identity has answered.
 *
 * @param version counts up with every answer; 0 for one that never answered
 * @param granted the purposes that it allows; shared between the many who answered alike
 */
public record ConsentStanding(long version, Set<Purpose> granted) {
    public static final ConsentStanding UNASKED = new ConsentStanding(0, Set.of());
}
