package io.tact.frequency.cap;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Histories for tests, told backwards from noon. */
final class Histories {
    static final long NOON = 1_767_268_800_000L;
    static final long HOUR = 3_600_000;

    private Histories() {}

    static History history(Impression... impressions) {
        return new History(List.of(impressions), List.of(), Optional.empty());
    }

    /** Shown so many seconds before noon. */
    static Impression at(Label label, long secondsBeforeNoon) {
        return impression(label, secondsBeforeNoon, false);
    }

    static Impression pendingAt(Label label, long secondsBeforeNoon) {
        return impression(label, secondsBeforeNoon, true);
    }

    private static Impression impression(Label label, long secondsBeforeNoon, boolean pending) {
        return new Impression(
                ImpressionId.of(NOON - secondsBeforeNoon * 1_000, 0),
                Set.of(Label.GLOBAL, label),
                0,
                pending,
                false);
    }
}
