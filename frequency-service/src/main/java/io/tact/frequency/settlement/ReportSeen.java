package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.settlement.FindReservation.Found;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

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
                ? finding.find(database, settlement, now).chain(found -> tell(settlement, found))
                : findingInSession
                        .find(database, settlement, now)
                        .map(found -> outcome(found.standing()));
    }

    private Uni<Settled> tell(Settlement settlement, Found found) {
        Settled outcome = outcome(found.standing());
        return outcome instanceof Settled.Done
                ? impressions
                        .tell(
                                database,
                                found.required(),
                                ImpressionEvent.of(found.required(), "seen", null),
                                settlement.requestId())
                        .replaceWith(outcome)
                : Uni.createFrom().item(outcome);
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
