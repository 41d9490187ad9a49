package io.tact.recommendation.answer;

import io.tact.consent.client.Purpose;
import java.util.Locale;

/** What consent lets an answer use. */
public enum Rung {
    /** The page only: the same for everybody. */
    NONE,
    /** This session's clicks, history, declared preferences. */
    EXPERIENCE,
    /** What was left in the basket, for advertising. */
    MARKETING;

    static Rung of(Purpose purpose) {
        return purpose.equals(Purpose.MARKETING) ? MARKETING : EXPERIENCE;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
