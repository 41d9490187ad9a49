package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.CapDecision;
import io.tact.frequency.cap.Choice.Nobody;
import io.tact.frequency.cap.Contender;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.reservation.Decision.Capped;
import io.tact.frequency.reservation.Decision.Granted;
import io.tact.frequency.reservation.PersonStatement.Outcome.RegistryChanged;
import io.tact.frequency.reservation.PersonStatement.Outcome.Won;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** With {@code marketing}: personal and contextual campaigns under the caps of the person. */
@ApplicationScoped
class ReserveForPerson {
    private final Histories histories;

    ReserveForPerson(Histories histories) {
        this.histories = histories;
    }

    /**
     * The decision; empty if the rules or the rows changed meanwhile, so that it has to be asked
     * again.
     */
    Uni<Optional<Decision>> reserve(
            SqlClient database, PersonQuestion question, Rulebook rulebook, long now) {
        long impression = ImpressionId.of(now, ThreadLocalRandom.current().nextLong());
        return database.preparedQuery(PersonStatement.SQL)
                .execute(PersonParameters.of(question, rulebook, now, impression))
                .map(PersonStatement::outcome)
                .chain(
                        outcome -> {
                            if (outcome instanceof RegistryChanged) {
                                return Uni.createFrom().item(Optional.empty());
                            }
                            return outcome instanceof Won won
                                    ? Uni.createFrom()
                                            .item(granted(question, rulebook, impression, won))
                                    : explain(database, question, rulebook, now);
                        });
    }

    /**
     * Why nothing was allowed, by what stands there now. If something is allowed by now, it has to
     * be asked for again: there is no refusal without a rule that blocks.
     */
    private Uni<Optional<Decision>> explain(
            SqlClient database, PersonQuestion question, Rulebook rulebook, long now) {
        List<Contender> contenders = question.candidates().stream().map(Candidate::known).toList();
        return histories
                .ofPerson(database, question, rulebook.numbers())
                .map(
                        read ->
                                read.understood()
                                                && CapDecision.choose(
                                                                contenders, read.history(), now)
                                                        instanceof Nobody nobody
                                        ? Optional.of(
                                                new Capped(nobody.refusal(), rulebook.version()))
                                        : Optional.empty());
    }

    private static Optional<Decision> granted(
            PersonQuestion question, Rulebook rulebook, long impression, Won won) {
        List<Long> whats = List.of(question.whats(rulebook.numbers()));
        return Optional.of(
                new Granted(
                        new ReservationId(ReservationId.Log.PERSON, impression),
                        question.candidates().get(whats.indexOf(won.what())),
                        ImpressionId.millis(impression) + Impression.EXPIRY,
                        rulebook.version()));
    }
}
