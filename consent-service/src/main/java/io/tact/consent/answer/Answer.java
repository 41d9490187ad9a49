package io.tact.consent.answer;

import java.util.Locale;

/** What holds for one purpose. No answer is none of these. */
public enum Answer {
    GRANTED,
    /** A no from somebody who had never said yes. */
    REFUSED,
    /** A no from somebody who once said yes. */
    WITHDRAWN;

    /** As in topics and APIs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if it is not one of the words
     */
    public static Answer of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean isGrant() {
        return this == GRANTED;
    }
}
