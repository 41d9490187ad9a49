package io.tact.recommendation.history;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something done with one item.
 *
 * @param event the event's id, hashed
 * @param atMillis since 1970
 * @param session a number for the session that the sender named; 0 if none
 * @param purposes what it may be used for, as it was recorded; it is never used for more
 */
public record Deed(
        long event, Act act, String itemId, long atMillis, int session, Set<Purpose> purposes) {
    /** Two of one moment stand by their events, so that every replica has them in one order. */
    static final Comparator<Deed> BY_TIME =
            Comparator.comparingLong(Deed::atMillis)
                    .thenComparingLong(Deed::event)
                    .thenComparing(Deed::itemId);

    boolean isOneWith(Deed other) {
        return event == other.event && itemId.equals(other.itemId);
    }

    /** A period that ended takes a purpose away; an old record that is repeated gives none back. */
    Deed narrowedTo(Set<Purpose> others) {
        if (others.containsAll(purposes)) {
            return this;
        }
        Set<Purpose> left =
                purposes.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
        return new Deed(event, act, itemId, atMillis, session, left);
    }

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
