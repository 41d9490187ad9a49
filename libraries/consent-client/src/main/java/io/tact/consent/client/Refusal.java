package io.tact.consent.client;

/** Why an optional purpose is refused. */
public enum Refusal {
    /** The request proves no identity: there is nobody who could have granted. */
    STRANGER,
    /** An identity that is being served has not granted it by its own answer. */
    NOT_GRANTED,
    /**
     * An identity that is being served, or under which it was recorded, had the use of its data
     * restricted (Art. 18 GDPR).
     */
    RESTRICTED,
    /** The request carries {@code Sec-GPC: 1}. */
    PRIVACY_SIGNAL,
    /**
     * The replica has not heard from consent-service within the lease: what it knows may be old.
     */
    NO_LEASE,
    /** The request shows a newer consent than the replica has, and waiting did not help. */
    NOT_YET_SEEN;

    /** Whether asking again later may give another answer without the person doing anything. */
    public boolean isPassing() {
        return this == NO_LEASE || this == NOT_YET_SEEN;
    }
}
