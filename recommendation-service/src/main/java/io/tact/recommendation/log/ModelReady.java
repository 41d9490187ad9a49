package io.tact.recommendation.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready after the log was read to its end once, or in refuse mode. */
@Readiness
@ApplicationScoped
class ModelReady implements HealthCheck {
    private final LogStanding standing;

    ModelReady(LogStanding standing) {
        this.standing = standing;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model")
                .withData("complete", standing.isComplete())
                .status(standing.isReady())
                .build();
    }
}
