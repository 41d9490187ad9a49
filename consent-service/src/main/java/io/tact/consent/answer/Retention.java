package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long a yes counts, by the name of its purpose; then the person is asked anew.
 *
 * @param others for the purposes that are not named
 */
public record Retention(Map<String, Period> periods, Period others) {
    public Retention {
        periods = Map.copyOf(periods);
        periods.forEach((purpose, period) -> check(purpose, period));
        check("all others", others);
    }

    private static void check(String purpose, Period period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "A yes counts for some time, " + purpose + " has " + period);
        }
    }

    public Period of(Purpose purpose) {
        return periods.getOrDefault(purpose.name(), others);
    }

    /** When it counts no more; empty for what is no yes. */
    public Optional<Instant> until(Purpose purpose, StandingAnswer standing) {
        return standing.answer().isGrant()
                ? Optional.of(standing.at().atOffset(ZoneOffset.UTC).plus(of(purpose)).toInstant())
                : Optional.empty();
    }

    /** What is over by now; empty if nothing is. */
    Optional<Lapsed> over(Answers answers, Instant now) {
        var over = new HashMap<Purpose, Instant>();
        answers.byPurpose()
                .forEach(
                        (purpose, standing) ->
                                until(purpose, standing)
                                        .filter(end -> !end.isAfter(now))
                                        .ifPresent(end -> over.put(purpose, standing.at())));
        return over.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lapsed(over, Lapsed.Reason.RETENTION));
    }
}
