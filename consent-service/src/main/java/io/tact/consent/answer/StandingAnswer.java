package io.tact.consent.answer;

import java.time.Instant;

/**
 * The answer that counts.
 *
 * @param at from when it counts: for a grant the earlier of the client's and the server's clock,
 *     for a no the server's
 */
public record StandingAnswer(Answer answer, Instant at) {

    static StandingAnswer first(boolean yes, Instant givenAt, Instant recordedAt) {
        return yes
                ? new StandingAnswer(Answer.GRANTED, earlier(givenAt, recordedAt))
                : new StandingAnswer(Answer.REFUSED, recordedAt);
    }

    StandingAnswer then(boolean yes, Instant givenAt, Instant recordedAt) {
        if (yes) {
            Instant from = earlier(givenAt, recordedAt);
            return from.isAfter(at) ? new StandingAnswer(Answer.GRANTED, from) : this;
        }
        if (recordedAt.isBefore(at)) {
            return this;
        }
        return new StandingAnswer(
                answer == Answer.REFUSED ? Answer.REFUSED : Answer.WITHDRAWN, recordedAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
