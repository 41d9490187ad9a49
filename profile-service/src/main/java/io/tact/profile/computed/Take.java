package io.tact.profile.computed;

import java.util.Locale;

/** What is taken of the events that match. */
public enum Take {
    /** How many there are. */
    COUNT,
    /** The sum of a number of each. */
    SUM,
    MIN,
    MAX,
    /** The value of the earliest, by its time, then by its message id. */
    FIRST,
    LAST,
    /** How many there are of each value. */
    COUNTS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a value of each event is looked at. */
    boolean needsValue() {
        return this != COUNT;
    }

    boolean needsNumber() {
        return this == SUM || this == MIN || this == MAX;
    }
}
