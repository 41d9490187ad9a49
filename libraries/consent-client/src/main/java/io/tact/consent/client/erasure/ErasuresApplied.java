package io.tact.consent.client.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nobody is served before all erasures were read: they might have been erased. */
@Readiness
@ApplicationScoped
class ErasuresApplied implements HealthCheck {
    private final ErasureTopicReader reader;

    ErasuresApplied(ErasureTopicReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("erasures-applied")
                .status(reader.isCaughtUpOrOverdue())
                .build();
    }
}
