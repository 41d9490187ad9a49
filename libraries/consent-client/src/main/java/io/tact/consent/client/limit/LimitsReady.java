package io.tact.consent.client.limit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready after the limits were read to their end once, or in refuse mode. */
@Readiness
@ApplicationScoped
class LimitsReady implements HealthCheck {
    private final LimitTopicReader reader;
    private final Limits limits;

    LimitsReady(LimitTopicReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("limits")
                .withData("complete", limits.isComplete())
                .status(reader.isReady())
                .build();
    }
}
