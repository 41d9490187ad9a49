package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A no that another identity of the same person has said: no spreads, yes does not. What this
 * identity said itself and later stays. It counts from when it was said there, so that the order in
 * which links and noes arrive does not matter.
 *
 * @param noes as they stand there
 * @param from the pseudonym of who said it, which is nobody's once that one is erased
 * @param version of that one's entry
 */
public record Extended(Map<Purpose, StandingAnswer> noes, UUID from, long version)
        implements Change {
    public Extended {
        noes = Map.copyOf(noes);
        if (noes.isEmpty() || !noes.values().stream().allMatch(no -> no.answer().isNo())) {
            throw new IllegalArgumentException("Only a no is extended, not " + noes);
        }
    }

    /** It was said elsewhere, from where it goes to everybody. */
    @Override
    public boolean saysNo() {
        return false;
    }

    @Override
    public Map<Purpose, StandingAnswer> appliedTo(Answers standing, Instant recordedAt) {
        var after = new HashMap<Purpose, StandingAnswer>();
        noes.forEach(
                (purpose, no) -> {
                    if (isNews(no, standing, purpose)) {
                        StandingAnswer own =
                                standing.to(purpose)
                                        .orElseGet(() -> StandingAnswer.firstNo(no.at()));
                        after.put(
                                purpose,
                                no.answer() == Answer.OBJECTED
                                        ? own.objected(no.at())
                                        : own.no(no.at()));
                    }
                });
        return after;
    }

    /** It says more than what stands here, and was not said before it: ties refuse. */
    static boolean isNews(StandingAnswer no, Answers standing, Purpose purpose) {
        return standing.to(purpose)
                .map(
                        own ->
                                !own.at().isAfter(no.at())
                                        && (!own.answer().isNo()
                                                || no.answer() == Answer.OBJECTED
                                                        && own.answer() != Answer.OBJECTED))
                .orElse(true);
    }
}
