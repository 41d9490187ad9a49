package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.session.SessionLogStore;
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
    private final FindInSession findingInSession;
    private final ImpressionLabels labels;
    private final CappedStore capped;
    private final SessionLogStore sessions;
    private final Pool database;

    EndInterest(
            FindReservation finding,
            FindInSession findingInSession,
            ImpressionLabels labels,
            CappedStore capped,
            SessionLogStore sessions,
            Pool database) {
        this.finding = finding;
        this.findingInSession = findingInSession;
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
        if (!mayEnd(found.standing())) {
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
        return findingInSession
                .lock(transaction, settlement, now)
                .chain(
                        found ->
                                mayEnd(found.standing())
                                        ? stopInSession(transaction, found)
                                        : Uni.createFrom().item(missing(found.standing())));
    }

    private Uni<Settled> stopInSession(SqlConnection transaction, FindInSession.Found found) {
        return labels.of(transaction, found.entry().what())
                .map(Known::subject)
                .call(subject -> sessions.stop(transaction, found.required().key(), subject))
                .map(Settled.Ended::new);
    }

    private static boolean mayEnd(Standing standing) {
        return standing == Standing.CONFIRMED || standing == Standing.PENDING;
    }

    private static Label subject(PersonReservation reservation) {
        return new Known(reservation.labels(), reservation.rulebook()).subject();
    }

    private static Settled missing(Standing standing) {
        return standing == Standing.OVER ? new Settled.Over() : new Settled.Unknown();
    }
}
