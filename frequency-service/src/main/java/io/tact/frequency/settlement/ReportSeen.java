package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.session.SessionLogStore;
import io.tact.frequency.settlement.FindReservation.Found;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** At least half of it was visible for a second. Published for persons; sessions tell nobody. */
@ApplicationScoped
class ReportSeen {
    private final FindReservation finding;
    private final ImpressionStore impressions;
    private final SessionLogStore sessions;
    private final Pool database;

    ReportSeen(
            FindReservation finding,
            ImpressionStore impressions,
            SessionLogStore sessions,
            Pool database) {
        this.finding = finding;
        this.impressions = impressions;
        this.sessions = sessions;
        this.database = database;
    }

    Uni<Settled> seen(Settlement settlement, long now) {
        if (settlement.isPersonal()) {
            return finding.find(settlement, now).chain(found -> tell(settlement, found));
        }
        if (settlement.session().isEmpty()) {
            return Uni.createFrom().item(new Settled.Unknown());
        }
        return sessions.find(database, settlement.session().get())
                .map(
                        row ->
                                row.map(
                                                one ->
                                                        Standing.of(
                                                                one.log(),
                                                                settlement.id().impression(),
                                                                now))
                                        .orElse(Standing.UNKNOWN))
                .map(ReportSeen::outcome);
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
