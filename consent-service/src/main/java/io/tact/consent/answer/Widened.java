package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Purposes that mean more than they once did: whoever said yes before had not read that.
 *
 * @param since from when each does
 */
public record Widened(Map<Purpose, Instant> since) {
    public Widened {
        since = Map.copyOf(since);
    }

    /** Which yes is stale by now; empty if none is. */
    Optional<Lapsed> over(Answers answers, Instant now) {
        var stale = new HashMap<Purpose, Instant>();
        since.forEach(
                (purpose, from) ->
                        answers.to(purpose)
                                .filter(own -> own.answer().isGrant())
                                .filter(own -> own.at().isBefore(from) && !from.isAfter(now))
                                .ifPresent(
                                        own ->
                                                stale.put(
                                                        purpose,
                                                        from.minus(1, ChronoUnit.MICROS))));
        return stale.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lapsed(stale, Lapsed.Reason.NOTICE));
    }

    /** When the last change came into force. */
    public Optional<Instant> latest(Instant now) {
        return since.values().stream().filter(from -> !from.isAfter(now)).max(Instant::compareTo);
    }
}
