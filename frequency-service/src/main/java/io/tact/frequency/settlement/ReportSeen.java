package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.settlement.FindReservation.Found;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** At least half of it was visible for a second. Published for persons; sessions tell nobody. */
@ApplicationScoped
class ReportSeen {
    private static final int TRIES = 3;

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
                ? tell(settlement, now, TRIES)
                : findingInSession
                        .find(database, settlement, now)
                        .map(found -> outcome(found.standing()));
    }

    private Uni<Settled> tell(Settlement settlement, long now, int tries) {
        return finding.find(database, settlement, now)
                .chain(
                        found ->
                                found.standing() == Standing.CONFIRMED
                                        ? tellOrLookAgain(found, settlement, now, tries)
                                        : done(outcome(found.standing())));
    }

    private Uni<Settled> tellOrLookAgain(Found found, Settlement settlement, long now, int tries) {
        return tell(settlement, found)
                .chain(
                        told -> {
                            if (told) {
                                return done(new Settled.Done());
                            }
                            return tries == 0
                                    ? done(new Settled.Over())
                                    : tell(settlement, now, tries - 1);
                        });
    }

    private Uni<Boolean> tell(Settlement settlement, Found found) {
        return impressions.tellWhileItStands(
                database,
                found.required(),
                ImpressionEvent.of(found.required(), "seen", null),
                settlement.requestId());
    }

    private static Uni<Settled> done(Settled outcome) {
        return Uni.createFrom().item(outcome);
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
