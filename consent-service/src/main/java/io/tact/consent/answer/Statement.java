package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person said in one request.
 *
 * @param answers yes or no to each purpose, as it was said
 * @param privacySignal the request carried {@code Sec-GPC: 1}
 * @param givenAt when it was said, by the client's clock
 * @param notice the text that was shown
 * @param objection to direct marketing (GDPR, Article 21): made, taken back, or not spoken of
 */
public record Statement(
        Map<Purpose, Boolean> answers,
        boolean privacySignal,
        Optional<Instant> givenAt,
        Optional<Notice> notice,
        Optional<Boolean> objection)
        implements Change {

    public Statement {
        answers = Map.copyOf(answers);
    }

    /** Of answers, and of no objection. */
    public Statement(
            Map<Purpose, Boolean> answers,
            boolean privacySignal,
            Optional<Instant> givenAt,
            Optional<Notice> notice) {
        this(answers, privacySignal, givenAt, notice, Optional.empty());
    }

    public static Statement refusing(Set<Purpose> purposes, boolean privacySignal) {
        return new Statement(
                purposes.stream().collect(Collectors.toMap(one -> one, one -> false)),
                privacySignal,
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing but the browser's own "no". */
    public static Statement signalOnly() {
        return new Statement(Map.of(), true, Optional.empty(), Optional.empty());
    }

    /** To what it says yes. */
    public Set<Purpose> granted() {
        return answers.keySet().stream().filter(answers::get).collect(Collectors.toSet());
    }

    /** Whether it answers for a protected category. */
    public boolean isSensitive() {
        return answers.keySet().stream().anyMatch(Purpose::isSensitive);
    }

    @Override
    public boolean saysNo() {
        return privacySignal || objection.orElse(false) || answers.containsValue(false);
    }

    /** What of it is a no; empty if nothing is. */
    public Optional<Statement> noes() {
        var noes = new HashMap<>(answers);
        noes.values().removeIf(yes -> yes);
        Optional<Boolean> objects = objection.filter(made -> made);
        return noes.isEmpty() && objects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(noes, privacySignal, givenAt, notice, objects));
    }

    /** With a no where there is a yes. */
    public Statement refusing() {
        var noes = new HashMap<>(answers);
        noes.replaceAll((purpose, yes) -> false);
        return new Statement(noes, privacySignal, givenAt, notice, objection);
    }

    public Statement under(Notice shown) {
        return new Statement(answers, privacySignal, givenAt, Optional.of(shown), objection);
    }

    @Override
    public Map<Purpose, StandingAnswer> appliedTo(Answers standing, Instant recordedAt) {
        Instant given = givenAt.orElse(recordedAt);
        var after = new HashMap<Purpose, StandingAnswer>();
        asHeard(standing)
                .forEach(
                        (purpose, yes) ->
                                after.put(
                                        purpose,
                                        standing.to(purpose)
                                                .map(own -> own.then(yes, given, recordedAt))
                                                .orElseGet(
                                                        () ->
                                                                StandingAnswer.first(
                                                                        yes, given, recordedAt))));
        objection.ifPresent(
                made -> {
                    Optional<StandingAnswer> own =
                            Optional.ofNullable(after.get(Purpose.MARKETING))
                                    .or(() -> standing.to(Purpose.MARKETING));
                    if (made) {
                        after.put(
                                Purpose.MARKETING,
                                own.orElseGet(() -> StandingAnswer.firstNo(recordedAt))
                                        .objected(recordedAt));
                    } else {
                        own.ifPresent(
                                one ->
                                        after.put(
                                                Purpose.MARKETING, one.objectedNoMore(recordedAt)));
                    }
                });
        return after;
    }

    /** What counts of it: under the signal a yes to marketing is a no, and so is a standing one. */
    private Map<Purpose, Boolean> asHeard(Answers standing) {
        boolean asked = answers.containsKey(Purpose.MARKETING);
        if (!privacySignal || !(asked || standing.grant(Purpose.MARKETING))) {
            return answers;
        }
        var heard = new HashMap<>(answers);
        heard.put(Purpose.MARKETING, false);
        return heard;
    }
}
