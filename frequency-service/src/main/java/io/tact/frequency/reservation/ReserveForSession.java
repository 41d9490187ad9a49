package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.CapDecision;
import io.tact.frequency.cap.CapRule;
import io.tact.frequency.cap.Choice;
import io.tact.frequency.cap.Choice.Chosen;
import io.tact.frequency.cap.Choice.Nobody;
import io.tact.frequency.cap.Contender;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.cap.LabelPattern;
import io.tact.frequency.cap.Window;
import io.tact.frequency.person.PackedLog.Entry;
import io.tact.frequency.reservation.Decision.Capped;
import io.tact.frequency.reservation.Decision.Granted;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import io.tact.frequency.session.SessionLogStore;
import io.tact.frequency.session.SessionRow;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Without {@code marketing}: contextual campaigns that no person cap applies to, under the session
 * alone. What the persons' rows hold from before a withdrawal holds back, and never selects.
 */
@ApplicationScoped
class ReserveForSession {
    private final SessionLogStore sessions;
    private final Histories histories;
    private final Items items;
    private final CapRule sessionLimit;

    ReserveForSession(
            SessionLogStore sessions, Histories histories, Items items, FrequencyConfig config) {
        this.sessions = sessions;
        this.histories = histories;
        this.items = items;
        this.sessionLimit =
                new CapRule(
                        "session-limit",
                        new LabelPattern("global"),
                        config.sessionLimit(),
                        new Window.Session());
    }

    /**
     * @param candidates at least one, and none that needs {@code marketing}
     * @return empty if the rules changed meanwhile
     */
    Uni<Optional<Decision>> reserve(
            SqlConnection transaction,
            UUID session,
            List<String> identities,
            List<Candidate> candidates,
            Rulebook rulebook,
            long now) {
        return items.numbers(names(candidates))
                .chain(
                        numbers ->
                                sessions.visit(transaction, session, now)
                                        .chain(
                                                row ->
                                                        histories
                                                                .ofSession(
                                                                        transaction,
                                                                        row,
                                                                        identities,
                                                                        candidates,
                                                                        rulebook.numbers())
                                                                .chain(
                                                                        read ->
                                                                                decide(
                                                                                        transaction,
                                                                                        row,
                                                                                        read,
                                                                                        candidates,
                                                                                        numbers,
                                                                                        rulebook,
                                                                                        now))));
    }

    private Uni<Optional<Decision>> decide(
            SqlConnection transaction,
            SessionRow row,
            Histories.Read read,
            List<Candidate> candidates,
            Map<String, Integer> numbers,
            Rulebook rulebook,
            long now) {
        List<Contender> contenders =
                candidates.stream().map(candidate -> candidate.unknown(sessionLimit)).toList();
        Choice choice = CapDecision.choose(contenders, read.history(), now);
        if (choice instanceof Nobody nobody) {
            return Uni.createFrom()
                    .item(Optional.of(new Capped(nobody.refusal(), rulebook.version())));
        }
        Candidate winner = candidates.get(((Chosen) choice).index());
        long impression = ImpressionId.of(now, ThreadLocalRandom.current().nextLong());
        int item = winner.item().map(name -> numbers.getOrDefault(name, 0)).orElse(0);
        var entry = new Entry(impression, rulebook.numbers().what(winner, item), 0);
        return sessions.write(transaction, row.key(), row.log().with(entry, now))
                .replaceWith(
                        Optional.of(
                                new Granted(
                                        new ReservationId(ReservationId.Log.SESSION, impression),
                                        winner,
                                        now + Impression.EXPIRY,
                                        rulebook.version())));
    }

    static List<String> names(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.item().stream())
                .distinct()
                .toList();
    }
}
