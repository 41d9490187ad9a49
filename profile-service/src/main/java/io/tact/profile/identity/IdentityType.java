package io.tact.profile.identity;

import java.util.Locale;

/** The types of identities, foremost first. */
public enum IdentityType {
    USER_ID,
    EMAIL,
    ANONYMOUS_ID;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static IdentityType ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
