package io.tact.profile.identity;

import java.util.Locale;

/** The types of identities, foremost first. */
public enum IdentityType {
    USER_ID(1),
    EMAIL(5),
    ANONYMOUS_ID(5);

    private final int limit;

    IdentityType(int limit) {
        this.limit = limit;
    }

    /** How many of them one person has at most. */
    int limit() {
        return limit;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static IdentityType ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
