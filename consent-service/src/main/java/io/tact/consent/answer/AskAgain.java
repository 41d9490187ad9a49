package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** When somebody who said no may be asked once more. Whoever objected never is. */
public record AskAgain(Period after) {
    public AskAgain {
        if (after.isNegative()) {
            throw new IllegalArgumentException(
                    "Nobody is asked again before they have answered: " + after);
        }
    }

    public boolean mayAsk(Answers standing, Purpose purpose, Instant now) {
        return standing.isUnanswered(purpose)
                || standing.to(purpose)
                        .flatMap(this::from)
                        .filter(at -> !at.isAfter(now))
                        .isPresent();
    }

    /** Empty where an answer stands that is no reason to ask. */
    public Optional<Instant> from(StandingAnswer standing) {
        return switch (standing.answer()) {
            case REFUSED, WITHDRAWN ->
                    Optional.of(standing.at().atOffset(ZoneOffset.UTC).plus(after).toInstant());
            case LAPSED -> Optional.of(standing.at());
            case GRANTED, OBJECTED -> Optional.empty();
        };
    }
}
