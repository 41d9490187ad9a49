package io.tact.consent.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Nobody is served before the journal was read to its end: they might have been forgotten. Without
 * a broker for so long, serving everybody else is better than serving nobody.
 */
@Readiness
@ApplicationScoped
class ErasuresApplied implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ErasureReader journal;
    private final long startedNanos = System.nanoTime();

    ErasuresApplied(ErasureReader journal) {
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready =
                journal.isCaughtUp() || System.nanoTime() - startedNanos > PATIENCE.toNanos();
        return HealthCheckResponse.named("erasures-applied").status(ready).build();
    }
}
