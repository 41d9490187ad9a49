package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.PackedLog;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.session.SessionLogStore;
import io.tact.frequency.session.SessionRow;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The slot is not needed after all: it is free again at once. */
@ApplicationScoped
class ReleaseReservation {
    private final FindReservation finding;
    private final FindInSession findingInSession;
    private final ImpressionStore impressions;
    private final PersonLogStore persons;
    private final SessionLogStore sessions;
    private final CappedStore capped;
    private final Pool database;

    ReleaseReservation(
            FindReservation finding,
            FindInSession findingInSession,
            ImpressionStore impressions,
            PersonLogStore persons,
            SessionLogStore sessions,
            CappedStore capped,
            Pool database) {
        this.finding = finding;
        this.findingInSession = findingInSession;
        this.impressions = impressions;
        this.persons = persons;
        this.sessions = sessions;
        this.capped = capped;
        this.database = database;
    }

    Uni<Settled> release(Settlement settlement, long now) {
        return database.withTransaction(
                transaction ->
                        settlement.isPersonal()
                                ? releasePersonal(transaction, settlement, now)
                                : releaseInSession(transaction, settlement, now));
    }

    private Uni<Settled> releasePersonal(
            SqlConnection transaction, Settlement settlement, long now) {
        return finding.lock(transaction, settlement, now)
                .chain(
                        found ->
                                found.standing() == Standing.PENDING
                                        ? free(transaction, settlement, found.required(), now)
                                        : Uni.createFrom().item(otherwise(found.standing())));
    }

    private Uni<Settled> free(
            SqlConnection transaction,
            Settlement settlement,
            PersonReservation reservation,
            long now) {
        UUID key = reservation.home().key();
        return persons.write(transaction, key, dropped(reservation.home().log(), settlement, now))
                .chain(
                        () ->
                                impressions.tell(
                                        transaction,
                                        reservation,
                                        ImpressionEvent.of(reservation, "released", null),
                                        settlement.requestId()))
                .chain(
                        () ->
                                capped.reopen(
                                        transaction,
                                        key,
                                        reservation.labels(),
                                        settlement.requestId()))
                .replaceWith(new Settled.Done());
    }

    private Uni<Settled> releaseInSession(
            SqlConnection transaction, Settlement settlement, long now) {
        return findingInSession
                .lock(transaction, settlement, now)
                .chain(
                        found ->
                                found.standing() == Standing.PENDING
                                        ? free(transaction, settlement, found.required(), now)
                                        : Uni.createFrom().item(otherwise(found.standing())));
    }

    private Uni<Settled> free(
            SqlConnection transaction, Settlement settlement, SessionRow row, long now) {
        return sessions.write(transaction, row.key(), dropped(row.log(), settlement, now))
                .replaceWith(new Settled.Done());
    }

    private static PackedLog dropped(PackedLog log, Settlement settlement, long now) {
        return log.without(id -> id == settlement.id().impression(), now);
    }

    /** Free is free: it does not matter why. */
    private static Settled otherwise(Standing standing) {
        return switch (standing) {
            case CONFIRMED -> new Settled.AlreadyConfirmed();
            case UNKNOWN -> new Settled.Unknown();
            case OVER, PENDING -> new Settled.Done();
        };
    }
}
