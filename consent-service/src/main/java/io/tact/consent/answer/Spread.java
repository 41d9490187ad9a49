package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be extended to an identity of a person, so that the person's noes hold everywhere.
 */
public record Spread(IdentityKey to, Extended change) {
    private static final Comparator<StandingAnswer> STRONGEST =
            Comparator.comparing((StandingAnswer no) -> no.answer() == Answer.OBJECTED)
                    .thenComparing(StandingAnswer::at);

    /**
     * After it there is nothing more to extend, so that doing it twice is doing it once.
     *
     * @param person all identities that are linked
     * @param said of those of them that ever answered
     */
    public static List<Spread> among(Collection<IdentityKey> person, Collection<Said> said) {
        var spreads = new ArrayList<Spread>();
        for (IdentityKey key : person) {
            Answers own =
                    said.stream()
                            .filter(one -> one.key().equals(key))
                            .findFirst()
                            .map(Said::answers)
                            .orElse(Answers.NONE);
            news(key, own, said)
                    .forEach(
                            (source, noes) ->
                                    spreads.add(
                                            new Spread(
                                                    key,
                                                    new Extended(
                                                            noes,
                                                            source.pseudonym(),
                                                            source.version()))));
        }
        return spreads;
    }

    /** By who said it; for each purpose the strongest no. */
    private static Map<Said, Map<Purpose, StandingAnswer>> news(
            IdentityKey key, Answers own, Collection<Said> said) {
        var news = new HashMap<Said, Map<Purpose, StandingAnswer>>();
        for (Purpose purpose : purposes(said)) {
            said.stream()
                    .filter(other -> !other.key().equals(key))
                    .filter(other -> no(other, purpose).isPresent())
                    .filter(
                            other ->
                                    Extended.isNews(no(other, purpose).orElseThrow(), own, purpose))
                    .max(Comparator.comparing(other -> no(other, purpose).orElseThrow(), STRONGEST))
                    .ifPresent(
                            source ->
                                    news.computeIfAbsent(source, one -> new HashMap<>())
                                            .put(purpose, no(source, purpose).orElseThrow()));
        }
        return news;
    }

    private static Set<Purpose> purposes(Collection<Said> said) {
        var purposes = new HashSet<Purpose>();
        said.forEach(one -> purposes.addAll(one.answers().byPurpose().keySet()));
        return purposes;
    }

    private static Optional<StandingAnswer> no(Said said, Purpose purpose) {
        return said.answers().to(purpose).filter(standing -> standing.answer().isNo());
    }
}
