package io.tact.frequency.cap;

import java.util.OptionalLong;

/**
 * What stands in the way.
 *
 * @param rule name of the rule, or the reason of a stop
 * @param count impressions that count; 0 for a stop
 * @param limit of the rule; 0 for a stop
 * @param eligible the first millisecond at which it is allowed if nothing else happens; empty if
 *     waiting does not help
 */
public record Refusal(String rule, Label label, int count, int limit, OptionalLong eligible) {
    /** Whether this one ends earlier; never is the latest. */
    boolean endsBefore(Refusal other) {
        return eligible.orElse(Long.MAX_VALUE) < other.eligible.orElse(Long.MAX_VALUE);
    }
}
