package io.tact.consent.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nobody is served before the journal was read to its end: they might have been forgotten. */
@Readiness
@ApplicationScoped
class ErasuresApplied implements HealthCheck {
    private final ErasureReader journal;

    ErasuresApplied(ErasureReader journal) {
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("erasures-applied")
                .status(journal.isCaughtUpOrOverdue())
                .build();
    }
}
