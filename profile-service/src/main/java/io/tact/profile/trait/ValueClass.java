package io.tact.profile.trait;

import java.util.Locale;

/** How a value came to be known, strongest first. */
public enum ValueClass {
    /** The customer said so, with their own credentials. */
    TOLD,
    /** The shop's records say so. */
    DECLARED,
    /** A browser said so, and anybody can be a browser. */
    OBSERVED,
    /** It was concluded from something else. */
    INFERRED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ValueClass ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
