package io.tact.profile.identity;

import java.time.Instant;

/**
 * Two identities that may be one person.
 *
 * @param permitted both allow {@code identity_link} by their own answers
 * @param acrossDevices both allow {@code cross_device} as well
 * @param since when what first confirmed it happened; for a claim, when it was first claimed
 */
public record Edge(
        Pair pair, Certainty certainty, boolean permitted, boolean acrossDevices, Instant since) {
    public boolean isClaim() {
        return certainty == Certainty.CLAIMED;
    }

    public boolean isActive() {
        return !isClaim() && permitted;
    }

    /** With what both allow now; a claim gains nothing by it. */
    public Edge judged(boolean link, boolean crossDevices) {
        return new Edge(pair, certainty, !isClaim() && link, !isClaim() && crossDevices, since);
    }
}
