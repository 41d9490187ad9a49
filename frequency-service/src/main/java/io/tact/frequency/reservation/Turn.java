package io.tact.frequency.reservation;

import io.tact.frequency.reservation.Decision.Closed;
import io.tact.frequency.reservation.Decision.Closure;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one try decides by.
 *
 * @param interested all who would like the slot
 * @param candidates those of them who may compete for it
 * @param items the numbers of the items that candidates have
 * @param now in milliseconds since 1970
 */
record Turn(
        Rulebook rulebook,
        List<Candidate> interested,
        List<Candidate> candidates,
        Map<String, Integer> items,
        long now) {

    /** Why nobody even competes, if it is so. */
    Optional<Decision> closed() {
        if (!candidates.isEmpty()) {
            return Optional.empty();
        }
        Closure why = interested.isEmpty() ? Closure.NO_CANDIDATE : Closure.MARKETING_REQUIRED;
        return Optional.of(new Closed(why, OptionalLong.of(rulebook.version())));
    }
}
