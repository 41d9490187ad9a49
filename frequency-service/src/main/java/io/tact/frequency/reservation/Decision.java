package io.tact.frequency.reservation;

import io.tact.frequency.cap.Refusal;
import io.tact.frequency.rulebook.Candidate;
import java.util.OptionalLong;

/** The outcome of asking for a slot. */
sealed interface Decision {
    /**
     * @param expires when it is free again unless confirmed, in milliseconds since 1970
     */
    record Granted(ReservationId id, Candidate candidate, long expires, long version)
            implements Decision {}

    /** A cap or a stop holds back. */
    record Capped(Refusal refusal, long version) implements Decision {}

    /** Nobody even competed. */
    record Closed(Closure why, OptionalLong version) implements Decision {}

    /** Why nobody competed. */
    enum Closure {
        /** The request proves nobody. */
        NO_SUBJECT,
        /** Without {@code marketing} only a session can be counted, and there is none. */
        NO_SESSION,
        /** No campaign is shown at this placement. */
        NO_CANDIDATE,
        /** Only campaigns that need {@code marketing} would like to. */
        MARKETING_REQUIRED,
        /** The store did not answer in time: what cannot be counted is not shown. */
        STORE_UNAVAILABLE
    }
}
