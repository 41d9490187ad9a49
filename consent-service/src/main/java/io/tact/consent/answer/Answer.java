package io.tact.consent.answer;

import java.util.Locale;

/** What holds for one purpose. No answer is none of these. */
public enum Answer {
    GRANTED,
    /** A no from somebody who had never said yes. */
    REFUSED,
    /** A no from somebody who once said yes. */
    WITHDRAWN,
    /** Of direct marketing (GDPR, Article 21): no yes counts until the objection is taken back. */
    OBJECTED,
    /**
     * A yes to what is no longer asked, or not for so long: it counts no more, and may be asked.
     */
    LAPSED;

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

    /** What somebody said; a yes that lapsed is no no. */
    public boolean isNo() {
        return this == REFUSED || this == WITHDRAWN || this == OBJECTED;
    }
}
