package io.tact.profile.identity;

import java.util.Locale;

/** Why an edge makes one person of two identities, or does not. */
public enum LinkReason {
    COUNTS,
    /** It is a claim, and anybody can claim. */
    CLAIMED,
    /** One of the two does not allow it, or no longer: it is cut. */
    NOT_PERMITTED,
    /** A side was used by two user ids, so that it identifies nobody: it is quarantined. */
    SHARED,
    /** An alias whose other side is known as somebody already. */
    OUTRANKED,
    /** The person has newer browsers: one, or as many as all may be joined across devices. */
    OTHER_DEVICE,
    /** The person has as many newer addresses as one person can have. */
    TOO_MANY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
