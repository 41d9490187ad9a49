package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.session.SessionLogStore;
import io.tact.frequency.session.SessionRow;
import io.tact.frequency.settlement.FindReservation.Found;
import io.tact.frequency.settlement.ImpressionLabels.Known;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * "Not interested": this product, or this campaign where there is none, is not shown again. For a
 * person for ever; without {@code marketing} for the session, as nothing else is kept.
 */
@ApplicationScoped
class EndInterest {
    private static final String REASON = "not-interested";

    private final FindReservation finding;
    private final ImpressionLabels labels;
    private final CappedStore capped;
    private final SessionLogStore sessions;
    private final Pool database;

    EndInterest(
            FindReservation finding,
            ImpressionLabels labels,
            CappedStore capped,
            SessionLogStore sessions,
            Pool database) {
        this.finding = finding;
        this.labels = labels;
        this.capped = capped;
        this.sessions = sessions;
        this.database = database;
    }

    Uni<Settled> end(Settlement settlement, long now) {
        return database.withTransaction(
                transaction ->
                        settlement.isPersonal()
                                ? finding.lock(transaction, settlement, now)
                                        .chain(found -> stop(transaction, settlement, found))
                                : endInSession(transaction, settlement, now));
    }

    private Uni<Settled> stop(SqlConnection transaction, Settlement settlement, Found found) {
        if (found.standing() != Standing.CONFIRMED && found.standing() != Standing.PENDING) {
            return Uni.createFrom().item(missing(found.standing()));
        }
        Home home = found.required().home();
        Label subject = subject(found.required());
        return capped.stop(
                        transaction,
                        List.of(home.key()),
                        List.of(home.person()),
                        List.of(subject),
                        REASON,
                        settlement.requestId())
                .replaceWith(new Settled.Ended(subject));
    }

    private Uni<Settled> endInSession(SqlConnection transaction, Settlement settlement, long now) {
        if (settlement.session().isEmpty()) {
            return Uni.createFrom().item(new Settled.Unknown());
        }
        return sessions.lock(transaction, settlement.session().get())
                .chain(
                        row ->
                                row.isEmpty()
                                        ? Uni.createFrom().item(new Settled.Unknown())
                                        : endIn(transaction, row.get(), settlement, now));
    }

    private Uni<Settled> endIn(
            SqlConnection transaction, SessionRow row, Settlement settlement, long now) {
        long impression = settlement.id().impression();
        Standing standing = Standing.of(row.log(), impression, now);
        if (standing != Standing.CONFIRMED && standing != Standing.PENDING) {
            return Uni.createFrom().item(missing(standing));
        }
        return labels.of(row.log().find(impression).orElseThrow().what())
                .map(Known::subject)
                .chain(
                        subject ->
                                sessions.stop(transaction, row.key(), subject)
                                        .replaceWith(new Settled.Ended(subject)));
    }

    private static Label subject(PersonReservation reservation) {
        return new Known(reservation.labels(), reservation.rulebook()).subject();
    }

    private static Settled missing(Standing standing) {
        return standing == Standing.OVER ? new Settled.Over() : new Settled.Unknown();
    }
}
