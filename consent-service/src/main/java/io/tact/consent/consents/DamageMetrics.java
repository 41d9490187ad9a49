package io.tact.consent.consents;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Rows that somebody else than this service has written ({@code consent.states.damaged}). */
@ApplicationScoped
class DamageMetrics {
    private static final Logger LOG = Logger.getLogger(DamageMetrics.class);
    private final Counter damaged;

    DamageMetrics(MeterRegistry registry) {
        damaged =
                Counter.builder("consent.states.damaged")
                        .description("State rows met that are not as this service wrote them")
                        .register(registry);
    }

    void found(IdentityKey key) {
        damaged.increment();
        LOG.errorf("A state is not as it was written, and allows nothing: identity=%s", key);
    }
}
