package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.CapDecision;
import io.tact.frequency.cap.CapRule;
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
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Without {@code marketing}: contextual campaigns that no person cap applies to, under the session
 * alone. What the persons' rows hold from before a withdrawal holds back, and never selects.
 */
@ApplicationScoped
class ReserveForSession {
    private final SessionLogStore sessions;
    private final Histories histories;
    private final CapRule sessionLimit;

    ReserveForSession(SessionLogStore sessions, Histories histories, FrequencyConfig config) {
        this.sessions = sessions;
        this.histories = histories;
        this.sessionLimit =
                new CapRule(
                        "session-limit",
                        new LabelPattern("global"),
                        config.sessionLimit(),
                        new Window.Session());
    }

    /** The decision; empty if the rules changed meanwhile, so that it has to be asked again. */
    Uni<Optional<Decision>> reserve(
            SqlConnection transaction, SessionQuestion question, Rulebook rulebook, long now) {
        return sessions.visit(transaction, question.session(), rulebook.version(), now)
                .chain(
                        row ->
                                row.isPresent()
                                        ? decide(transaction, row.get(), question, rulebook, now)
                                                .map(Optional::of)
                                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Decision> decide(
            SqlConnection transaction,
            SessionRow row,
            SessionQuestion question,
            Rulebook rulebook,
            long now) {
        List<Contender> contenders =
                question.candidates().stream()
                        .map(candidate -> candidate.unknown(sessionLimit))
                        .toList();
        return histories
                .ofSession(transaction, row, question, rulebook.numbers())
                .map(read -> CapDecision.choose(contenders, read.history(), now))
                .chain(
                        choice -> {
                            if (choice instanceof Nobody nobody) {
                                return Uni.createFrom()
                                        .item(new Capped(nobody.refusal(), rulebook.version()));
                            }
                            Candidate winner = question.candidates().get(((Chosen) choice).index());
                            var entry = entry(winner, question, rulebook, now);
                            return sessions.write(
                                            transaction, row.key(), row.log().with(entry, now))
                                    .replaceWith(() -> granted(winner, entry, rulebook));
                        });
    }

    private static Entry entry(
            Candidate winner, SessionQuestion question, Rulebook rulebook, long now) {
        return new Entry(
                ImpressionId.of(now, ThreadLocalRandom.current().nextLong()),
                rulebook.numbers().what(winner, question.item(winner)),
                0);
    }

    private static Decision granted(Candidate winner, Entry entry, Rulebook rulebook) {
        return new Granted(
                new ReservationId(ReservationId.Log.SESSION, entry.id()),
                winner,
                ImpressionId.millis(entry.id()) + Impression.EXPIRY,
                rulebook.version());
    }
}
