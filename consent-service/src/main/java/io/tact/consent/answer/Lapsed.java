package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A yes that counts no more, though nobody took it back.
 *
 * @param givenUntil by purpose: who said yes later than this is not meant
 */
public record Lapsed(Map<Purpose, Instant> givenUntil, Reason reason) implements Change {
    /** Why it does not. */
    public enum Reason {
        /** A newer notice says more than the person agreed to. */
        NOTICE,
        /** The purpose's time is over. */
        RETENTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Lapsed {
        givenUntil = Map.copyOf(givenUntil);
    }

    /** Nobody says anything. */
    @Override
    public boolean saysNo() {
        return false;
    }

    @Override
    public Map<Purpose, StandingAnswer> appliedTo(Answers standing, Instant recordedAt) {
        var after = new HashMap<Purpose, StandingAnswer>();
        givenUntil.forEach(
                (purpose, until) ->
                        standing.to(purpose)
                                .filter(own -> own.answer().isGrant() && !own.at().isAfter(until))
                                .ifPresent(
                                        yes ->
                                                after.put(
                                                        purpose,
                                                        new StandingAnswer(
                                                                Answer.LAPSED, recordedAt))));
        return after;
    }
}
