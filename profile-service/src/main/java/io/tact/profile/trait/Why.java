package io.tact.profile.trait;

import java.util.Locale;

/** Why one of several values counts. */
public enum Why {
    /** There is no other. */
    ONLY,
    /** It is of a stronger class than all others. */
    STRONGER,
    /** It is the latest of its class. */
    LATEST,
    /** Of two at the same time, it has the higher message id. */
    MESSAGE_ID;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
