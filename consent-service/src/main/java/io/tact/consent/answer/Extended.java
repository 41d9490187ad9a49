package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A no that another identity of the same person has said: no spreads, yes does not.
 *
 * @param from who said it
 * @param version of the entry that says it
 */
public record Extended(Map<Purpose, Answer> noes, IdentityKey from, long version)
        implements Change {
    public Extended {
        noes = Map.copyOf(noes);
        if (noes.isEmpty() || !noes.values().stream().allMatch(Answer::isNo)) {
            throw new IllegalArgumentException("Only a no is extended, not " + noes);
        }
    }

    @Override
    public Map<Purpose, StandingAnswer> appliedTo(Answers standing, Instant recordedAt) {
        var after = new HashMap<Purpose, StandingAnswer>();
        noes.forEach(
                (purpose, no) -> {
                    StandingAnswer own =
                            standing.to(purpose)
                                    .orElseGet(() -> StandingAnswer.firstNo(recordedAt));
                    after.put(
                            purpose,
                            no == Answer.OBJECTED
                                    ? own.objected(recordedAt)
                                    : own.answer().isNo() ? own : own.no(recordedAt));
                });
        return after;
    }
}
