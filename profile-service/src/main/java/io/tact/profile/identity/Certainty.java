package io.tact.profile.identity;

import java.util.Locale;

/** How sure an edge is. */
public enum Certainty {
    /** Anybody may have said so. */
    CLAIMED,
    /** By the shop's own alias alone: as long as nobody else is identified on its other side. */
    ALIASED,
    /** By both credentials, or by an event of the shop's own server. */
    CONFIRMED;

    public static Certainty ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
