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
                : firstNo(recordedAt);
    }

    static StandingAnswer firstNo(Instant recordedAt) {
        return new StandingAnswer(Answer.REFUSED, recordedAt);
    }

    StandingAnswer then(boolean yes, Instant givenAt, Instant recordedAt) {
        return yes ? yes(earlier(givenAt, recordedAt)) : no(recordedAt);
    }

    private StandingAnswer yes(Instant from) {
        return answer != Answer.OBJECTED && from.isAfter(at)
                ? new StandingAnswer(Answer.GRANTED, from)
                : this;
    }

    StandingAnswer no(Instant recordedAt) {
        if (answer == Answer.OBJECTED || recordedAt.isBefore(at)) {
            return this;
        }
        return new StandingAnswer(
                answer == Answer.REFUSED ? Answer.REFUSED : Answer.WITHDRAWN, recordedAt);
    }

    StandingAnswer objected(Instant recordedAt) {
        return answer == Answer.OBJECTED ? this : new StandingAnswer(Answer.OBJECTED, recordedAt);
    }

    /** The objection is taken back; that is no yes. */
    StandingAnswer objectedNoMore(Instant recordedAt) {
        return answer == Answer.OBJECTED ? new StandingAnswer(Answer.REFUSED, recordedAt) : this;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
