package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.CapDecision;
import io.tact.frequency.cap.Choice;
import io.tact.frequency.cap.Choice.Nobody;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.reservation.Decision.Capped;
import io.tact.frequency.reservation.Decision.Granted;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
                .execute(PersonStatement.parameters(question, rulebook, now, impression))
                .chain(
                        rows -> {
                            Row row = first(rows);
                            if (row == null) {
                                return Uni.createFrom().item(Optional.empty());
                            }
                            Long what = row.getLong("what");
                            return what == null
                                    ? explain(database, question, rulebook, now)
                                    : Uni.createFrom()
                                            .item(
                                                    Optional.of(
                                                            granted(
                                                                    question,
                                                                    rulebook,
                                                                    impression,
                                                                    what)));
                        });
    }

    /**
     * Why nothing was allowed, by what stands there now. If something is allowed by now, it has to
     * be asked for again: there is no refusal without a rule that blocks.
     */
    private Uni<Optional<Decision>> explain(
            SqlClient database, PersonQuestion question, Rulebook rulebook, long now) {
        return histories
                .ofPerson(database, question, rulebook.numbers())
                .map(
                        read -> {
                            if (!read.understood()) {
                                return Optional.empty();
                            }
                            Choice choice =
                                    CapDecision.choose(
                                            question.candidates().stream()
                                                    .map(Candidate::known)
                                                    .toList(),
                                            read.history(),
                                            now);
                            return choice instanceof Nobody nobody
                                    ? Optional.of(new Capped(nobody.refusal(), rulebook.version()))
                                    : Optional.empty();
                        });
    }

    private static Decision granted(
            PersonQuestion question, Rulebook rulebook, long impression, long what) {
        List<Long> whats = List.of(question.whats(rulebook.numbers()));
        return new Granted(
                new ReservationId(ReservationId.Log.PERSON, impression),
                question.candidates().get(whats.indexOf(what)),
                ImpressionId.millis(impression) + Impression.EXPIRY,
                rulebook.version());
    }

    private static @org.jspecify.annotations.Nullable Row first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? iterator.next() : null;
    }
}
