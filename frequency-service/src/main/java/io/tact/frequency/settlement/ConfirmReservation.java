package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.session.SessionLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Just before something is rendered: from now on it counts as shown. Not after 60 seconds, not
 * after a release, and not for what any identity of the request bought meanwhile.
 */
@ApplicationScoped
class ConfirmReservation {
    private final FindReservation finding;
    private final FindInSession findingInSession;
    private final ImpressionStore impressions;
    private final ImpressionLabels labels;
    private final CappedStore capped;
    private final SessionLogStore sessions;
    private final PersonLogStore persons;
    private final Pool database;

    ConfirmReservation(
            FindReservation finding,
            FindInSession findingInSession,
            ImpressionStore impressions,
            ImpressionLabels labels,
            CappedStore capped,
            SessionLogStore sessions,
            PersonLogStore persons,
            Pool database) {
        this.finding = finding;
        this.findingInSession = findingInSession;
        this.impressions = impressions;
        this.labels = labels;
        this.capped = capped;
        this.sessions = sessions;
        this.persons = persons;
        this.database = database;
    }

    Uni<Settled> confirm(Settlement settlement, long now) {
        return settlement.isPersonal()
                ? confirmPersonal(settlement, now)
                : database.withTransaction(
                        transaction -> confirmInSession(transaction, settlement, now));
    }

    /**
     * Without a lock, as hardly ever anybody else is there. If somebody was quicker, by a release,
     * an order, or a move, once more under the locks.
     */
    private Uni<Settled> confirmPersonal(Settlement settlement, long now) {
        return finding.find(database, settlement, now)
                .chain(found -> confirm(database, found, settlement, now))
                .chain(
                        outcome ->
                                outcome.isPresent()
                                        ? done(outcome.get())
                                        : database.withTransaction(
                                                transaction ->
                                                        confirmHeld(transaction, settlement, now)));
    }

    private Uni<Settled> confirmHeld(SqlConnection transaction, Settlement settlement, long now) {
        return finding.lock(transaction, settlement, now)
                .chain(found -> confirm(transaction, found, settlement, now))
                .map(Optional::orElseThrow);
    }

    /** The outcome; empty if it stands there no longer. */
    private Uni<Optional<Settled>> confirm(
            SqlClient database, FindReservation.Found found, Settlement settlement, long now) {
        if (found.standing() != Standing.PENDING) {
            return Uni.createFrom().item(Optional.of(settled(found.standing())));
        }
        PersonReservation reservation = found.required();
        return isStopped(database, found.homes(), reservation.labels(), now)
                .chain(
                        stopped ->
                                stopped
                                        ? Uni.createFrom().item(Optional.of(new Settled.Over()))
                                        : confirm(database, reservation, settlement, now));
    }

    private Uni<Optional<Settled>> confirm(
            SqlClient database, PersonReservation reservation, Settlement settlement, long now) {
        var event = ImpressionEvent.of(reservation, "confirmed", Instant.ofEpochMilli(now));
        return impressions
                .confirm(
                        database,
                        reservation,
                        event,
                        reservation.exhaustedByConfirming(now),
                        settlement.requestId())
                .map(confirmed -> confirmed ? Optional.of(new Settled.Done()) : Optional.empty());
    }

    private Uni<Settled> confirmInSession(
            SqlConnection transaction, Settlement settlement, long now) {
        return findingInSession
                .lock(transaction, settlement, now)
                .chain(
                        found ->
                                found.standing() == Standing.PENDING
                                        ? confirmPending(transaction, found, settlement, now)
                                        : done(settled(found.standing())));
    }

    private Uni<Settled> confirmPending(
            SqlConnection transaction, FindInSession.Found found, Settlement settlement, long now) {
        var row = found.required();
        return isStopped(transaction, found, settlement, now)
                .chain(
                        stopped ->
                                stopped
                                        ? done(new Settled.Over())
                                        : sessions.write(
                                                        transaction,
                                                        row.key(),
                                                        row.log().confirmed(found.impression()))
                                                .replaceWith(new Settled.Done()));
    }

    private Uni<Boolean> isStopped(
            SqlConnection transaction, FindInSession.Found found, Settlement settlement, long now) {
        return labels.of(transaction, found.entry().what())
                .chain(
                        known ->
                                persons.homes(transaction, settlement.identities())
                                        .chain(
                                                homes ->
                                                        isStopped(
                                                                transaction,
                                                                homes,
                                                                known.labels(),
                                                                now)));
    }

    private Uni<Boolean> isStopped(
            SqlClient database, List<Home> homes, Set<Label> labels, long now) {
        return capped.stops(database, homes.stream().map(Home::key).toList(), labels)
                .map(stops -> stops.stream().anyMatch(stop -> stop.holdsAt(now)));
    }

    private static Settled settled(Standing standing) {
        return switch (standing) {
            case UNKNOWN -> new Settled.Unknown();
            case CONFIRMED -> new Settled.Done();
            case OVER, PENDING -> new Settled.Over();
        };
    }

    private static Uni<Settled> done(Settled outcome) {
        return Uni.createFrom().item(outcome);
    }
}
