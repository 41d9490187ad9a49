package io.tact.consent.client.replica;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready after the replica was read to its end once, or in refuse mode. */
@Readiness
@ApplicationScoped
class ConsentReplicaReady implements HealthCheck {
    private final ConsentTopicReader reader;

    ConsentReplicaReady(ConsentTopicReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consent-replica")
                .withData("complete", reader.isCaughtUp())
                .status(reader.isReady())
                .build();
    }
}
