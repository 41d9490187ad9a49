package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.settlement.FindReservation.Found;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** At least half of it was visible for a second. Published for persons; sessions tell nobody. */
@ApplicationScoped
class ReportSeen {
    private final FindReservation finding;
    private final ImpressionStore impressions;
    private final FindInSession findingInSession;
    private final Pool database;

    ReportSeen(
            FindReservation finding,
            FindInSession findingInSession,
            ImpressionStore impressions,
            Pool database) {
        this.finding = finding;
        this.impressions = impressions;
        this.findingInSession = findingInSession;
        this.database = database;
    }

    Uni<Settled> seen(Settlement settlement, long now) {
        return settlement.isPersonal()
                ? tell(settlement, now)
                : findingInSession
                        .find(database, settlement, now)
                        .map(found -> outcome(found.standing()));
    }

    /** Without a lock; if it moved or went meanwhile, once more under the locks. */
    private Uni<Settled> tell(Settlement settlement, long now) {
        return finding.find(database, settlement, now)
                .chain(found -> tell(database, found, settlement))
                .chain(
                        outcome ->
                                outcome.isPresent()
                                        ? Uni.createFrom().item(outcome.get())
                                        : database.withTransaction(
                                                transaction ->
                                                        tellHeld(transaction, settlement, now)));
    }

    private Uni<Settled> tellHeld(SqlConnection transaction, Settlement settlement, long now) {
        return finding.lock(transaction, settlement, now)
                .chain(found -> tell(transaction, found, settlement))
                .map(Optional::orElseThrow);
    }

    /** The outcome; empty if it stands there no longer. */
    private Uni<Optional<Settled>> tell(SqlClient database, Found found, Settlement settlement) {
        return found.standing() != Standing.CONFIRMED
                ? Uni.createFrom().item(Optional.of(outcome(found.standing())))
                : impressions
                        .tellWhileItStands(
                                database,
                                found.required(),
                                ImpressionEvent.of(found.required(), "seen", null),
                                settlement.requestId())
                        .map(told -> told ? Optional.of(new Settled.Done()) : Optional.empty());
    }

    private static Settled outcome(Standing standing) {
        return switch (standing) {
            case CONFIRMED -> new Settled.Done();
            case PENDING -> new Settled.NotConfirmed();
            case OVER -> new Settled.Over();
            case UNKNOWN -> new Settled.Unknown();
        };
    }
}
