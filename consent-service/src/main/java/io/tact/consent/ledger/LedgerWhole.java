package io.tact.consent.ledger;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nobody is sent to a database that lacks what was shown: what it says may be withdrawn since. */
@Readiness
@ApplicationScoped
class LedgerWhole implements AsyncHealthCheck {
    private final Pool database;
    private final Continuity continuity;
    private final CheckpointReader copies;

    LedgerWhole(Pool database, Continuity continuity, CheckpointReader copies) {
        this.database = database;
        this.continuity = continuity;
        this.copies = copies;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return continuity
                .demand(database)
                .replaceWith(copies::isCaughtUpOrOverdue)
                .onFailure()
                .recoverWithItem(false)
                .map(ready -> HealthCheckResponse.named("ledger-whole").status(ready).build());
    }
}
