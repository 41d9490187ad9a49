package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.History;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Window.Session;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.capped.Exhausted;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.Impressions;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.session.SessionLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Just before something is rendered: from now on it counts as shown. Not after 60 seconds, not
 * after a release, and not for what was bought meanwhile.
 */
@ApplicationScoped
class ConfirmReservation {
    private static final int TRIES = 3;

    private final FindReservation finding;
    private final ImpressionStore impressions;
    private final ImpressionLabels labels;
    private final CappedStore capped;
    private final SessionLogStore sessions;
    private final PersonLogStore persons;
    private final Pool database;

    ConfirmReservation(
            FindReservation finding,
            ImpressionStore impressions,
            ImpressionLabels labels,
            CappedStore capped,
            SessionLogStore sessions,
            PersonLogStore persons,
            Pool database) {
        this.finding = finding;
        this.impressions = impressions;
        this.labels = labels;
        this.capped = capped;
        this.sessions = sessions;
        this.persons = persons;
        this.database = database;
    }

    Uni<Settled> confirm(Settlement settlement, long now) {
        return settlement.isPersonal()
                ? confirmPersonal(settlement, now, TRIES)
                : confirmInSession(settlement, now);
    }

    private Uni<Settled> confirmPersonal(Settlement settlement, long now, int tries) {
        return finding.find(settlement, now)
                .chain(
                        found ->
                                switch (found.standing()) {
                                    case UNKNOWN -> done(new Settled.Unknown());
                                    case OVER -> done(new Settled.Over());
                                    case CONFIRMED -> done(new Settled.Done());
                                    case PENDING ->
                                            unlessStopped(settlement, found.required(), now, tries);
                                });
    }

    private Uni<Settled> unlessStopped(
            Settlement settlement, PersonReservation reservation, long now, int tries) {
        return isStopped(List.of(reservation.home()), reservation.labels(), now)
                .chain(
                        stopped ->
                                stopped
                                        ? done(new Settled.Over())
                                        : impressions
                                                .confirm(
                                                        database,
                                                        reservation,
                                                        ImpressionEvent.of(
                                                                reservation,
                                                                "confirmed",
                                                                Instant.ofEpochMilli(now)),
                                                        exhausted(reservation, now),
                                                        settlement.requestId())
                                                .chain(
                                                        waiting ->
                                                                waiting || tries == 0
                                                                        ? done(outcome(waiting))
                                                                        : confirmPersonal(
                                                                                settlement,
                                                                                now,
                                                                                tries - 1)));
    }

    /** Somebody was quicker each time: a release, an order, or a merge. */
    private static Settled outcome(boolean waiting) {
        return waiting ? new Settled.Done() : new Settled.Over();
    }

    private Uni<Boolean> isStopped(List<Home> homes, Set<Label> of, long now) {
        return capped.stops(database, homes.stream().map(Home::key).toList(), of)
                .map(stops -> stops.stream().anyMatch(stop -> stop.holdsAt(now)));
    }

    /** What rolling and lifetime rules keep closed for this person from now on. */
    private static List<Exhausted> exhausted(PersonReservation reservation, long now) {
        LabelNumbers numbers = reservation.rulebook().numbers();
        Map<Integer, Label> products = new HashMap<>();
        reservation.labels().stream()
                .filter(label -> label.value().startsWith("product:"))
                .forEach(
                        label ->
                                products.put(LabelNumbers.item(reservation.entry().what()), label));
        var log = reservation.home().log().confirmed(reservation.entry().id());
        List<Cap> caps =
                reservation.rulebook().capsOn(reservation.labels()).stream()
                        .filter(cap -> !(cap.rule().window() instanceof Session))
                        .toList();
        return Exhausted.of(
                caps,
                new History(
                        Impressions.ofPerson(log, numbers, products),
                        List.of(),
                        java.util.Optional.empty()),
                now);
    }

    private Uni<Settled> confirmInSession(Settlement settlement, long now) {
        if (settlement.session().isEmpty()) {
            return done(new Settled.Unknown());
        }
        UUID key = settlement.session().get();
        return database.withTransaction(
                transaction ->
                        sessions.lock(transaction, key)
                                .chain(
                                        row ->
                                                row.isEmpty()
                                                        ? done(new Settled.Unknown())
                                                        : confirmIn(
                                                                transaction,
                                                                row.get(),
                                                                settlement,
                                                                now)));
    }

    private Uni<Settled> confirmIn(
            SqlConnection transaction,
            io.tact.frequency.session.SessionRow row,
            Settlement settlement,
            long now) {
        long impression = settlement.id().impression();
        return switch (Standing.of(row.log(), impression, now)) {
            case UNKNOWN -> done(new Settled.Unknown());
            case OVER -> done(new Settled.Over());
            case CONFIRMED -> done(new Settled.Done());
            case PENDING ->
                    labels.of(row.log().find(impression).orElseThrow().what())
                            .chain(
                                    known ->
                                            persons.homes(transaction, settlement.identities())
                                                    .chain(
                                                            homes ->
                                                                    isStopped(
                                                                            homes,
                                                                            known.labels(),
                                                                            now)))
                            .chain(
                                    stopped ->
                                            stopped
                                                    ? done(new Settled.Over())
                                                    : sessions.write(
                                                                    transaction,
                                                                    row.key(),
                                                                    row.log().confirmed(impression))
                                                            .replaceWith(new Settled.Done()));
        };
    }

    private static Uni<Settled> done(Settled outcome) {
        return Uni.createFrom().item(outcome);
    }
}
