package io.tact.profile.identity;

/** How sure an edge is. */
public enum Certainty {
    /** Anybody may have said so. */
    CLAIMED,
    /** By the shop's own alias alone: as long as nobody else is identified on its other side. */
    ALIASED,
    /** By both credentials, or by an event of the shop's own server. */
    CONFIRMED
}
