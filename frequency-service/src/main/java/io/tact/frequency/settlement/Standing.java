package io.tact.frequency.settlement;

import io.tact.frequency.person.PackedLog;

/** How a reservation stands in a log. */
enum Standing {
    /** It waits for its confirmation. */
    PENDING,
    /** It counts as shown. */
    CONFIRMED,
    /** It expired, was released, or was revoked. */
    OVER,
    /** It never stood here, or is long over. */
    UNKNOWN;

    static Standing of(PackedLog log, long impression, long now) {
        if (log.gone().contains(impression) || log.isExpired(impression, now)) {
            return OVER;
        }
        if (log.find(impression).isEmpty()) {
            return UNKNOWN;
        }
        return log.pending().contains(impression) ? PENDING : CONFIRMED;
    }
}
