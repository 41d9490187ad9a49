package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.PackedLog;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.session.SessionLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The slot is not needed after all: it is free again at once. */
@ApplicationScoped
class ReleaseReservation {
    private final FindReservation finding;
    private final ImpressionStore impressions;
    private final PersonLogStore persons;
    private final SessionLogStore sessions;
    private final CappedStore capped;
    private final Pool database;

    ReleaseReservation(
            FindReservation finding,
            ImpressionStore impressions,
            PersonLogStore persons,
            SessionLogStore sessions,
            CappedStore capped,
            Pool database) {
        this.finding = finding;
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
        if (settlement.session().isEmpty()) {
            return Uni.createFrom().item(new Settled.Unknown());
        }
        UUID key = settlement.session().get();
        return sessions.lock(transaction, key)
                .chain(
                        row -> {
                            PackedLog log = row.map(one -> one.log()).orElse(PackedLog.EMPTY);
                            Standing standing = Standing.of(log, settlement.id().impression(), now);
                            return standing == Standing.PENDING
                                    ? sessions.write(
                                                    transaction, key, dropped(log, settlement, now))
                                            .replaceWith(new Settled.Done())
                                    : Uni.createFrom().item(otherwise(standing));
                        });
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
