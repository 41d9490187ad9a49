package io.tact.recommendation.history;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something done with one item.
 *
 * @param event the event's id, hashed
 * @param atMillis since 1970
 * @param session a number for the session that the sender named; 0 if none
 */
public record Deed(long event, Act act, String itemId, long atMillis, int session) {
    /** Two of one moment stand by their events, so that every replica has them in one order. */
    static final Comparator<Deed> BY_TIME =
            Comparator.comparingLong(Deed::atMillis)
                    .thenComparingLong(Deed::event)
                    .thenComparing(Deed::itemId);

    Instant at() {
        return Instant.ofEpochMilli(atMillis);
    }

    /** What was done. */
    public enum Act {
        VIEWED,
        ADDED,
        REMOVED
    }
}
