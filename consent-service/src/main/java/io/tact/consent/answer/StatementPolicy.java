package io.tact.consent.answer;

import io.tact.consent.answer.Unrecordable.ImplausibleTime;
import io.tact.consent.answer.Unrecordable.NecessaryRefused;
import io.tact.consent.answer.Unrecordable.NothingSaid;
import io.tact.consent.answer.Unrecordable.UnknownPurpose;
import io.tact.consent.client.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said at all. */
public final class StatementPolicy {
    /** A client's clock may be this much ahead of ours. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** Nobody asked for consent on the web before. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Set<String> known;
    private final boolean sensitiveToo;

    private StatementPolicy(Collection<Purpose> asked, boolean sensitiveToo) {
        this.known = asked.stream().map(Purpose::name).collect(Collectors.toUnmodifiableSet());
        this.sensitiveToo = sensitiveToo;
    }

    /** Where nothing is answered but what every shop asks. */
    public static StatementPolicy of(Collection<Purpose> asked) {
        return new StatementPolicy(asked, false);
    }

    /** Where protected categories may be answered as well; which of them, the notices say. */
    public static StatementPolicy withSensitive(Collection<Purpose> asked) {
        return new StatementPolicy(asked, true);
    }

    /**
     * @param answers by the name of the purpose
     * @param speaksOfDirectMarketing objects to it, or takes that back
     */
    public Optional<Unrecordable> check(
            Map<String, Boolean> answers,
            boolean speaksOfDirectMarketing,
            Optional<Instant> givenAt,
            Instant now) {
        for (var said : answers.entrySet()) {
            if (!isKnown(said.getKey())) {
                return Optional.of(new UnknownPurpose(said.getKey()));
            }
            if (said.getKey().equals(Purpose.NECESSARY.name()) && !said.getValue()) {
                return Optional.of(new NecessaryRefused());
            }
        }
        if (optional(answers).isEmpty() && !speaksOfDirectMarketing) {
            return Optional.of(new NothingSaid());
        }
        Instant latest = now.plus(AHEAD);
        return givenAt.filter(at -> at.isAfter(latest) || at.isBefore(EARLIEST))
                .map(implausible -> new ImplausibleTime(EARLIEST, latest));
    }

    private boolean isKnown(String name) {
        return known.contains(name) || (sensitiveToo && Purpose.namesSensitive(name));
    }

    /** The answers that are one: to necessary there is nothing to answer. */
    public static Map<Purpose, Boolean> optional(Map<String, Boolean> answers) {
        return answers.entrySet().stream()
                .filter(said -> new Purpose(said.getKey()).isOptional())
                .collect(
                        Collectors.toUnmodifiableMap(
                                said -> new Purpose(said.getKey()), Map.Entry::getValue));
    }
}
