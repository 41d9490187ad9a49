package io.tact.consent.consents;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.ledger.Continuity;
import io.tact.outbox.OutboxRelay;
import io.tact.outbox.RelayMetrics;
import io.tact.outbox.Relayed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The states' way to everybody who obeys them, with a heartbeat behind them. */
@ApplicationScoped
class ConsentStateRelay {
    private final OutboxRelay relay;
    private final boolean enabled;

    ConsentStateRelay(
            AgroalDataSource database,
            CurrentStates states,
            Continuity continuity,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> topicPrefix,
            @ConfigProperty(name = "tact.relay.enabled", defaultValue = "true") boolean enabled) {
        this.enabled = enabled;
        this.relay =
                new OutboxRelay(
                        Relayed.of("consent-service", topicPrefix.orElse(""))
                                .withCurrent(ConsentStore.TOPIC, states)
                                .withHeartbeats(ConsentStore.TOPIC)
                                .onlyWhile(continuity),
                        database,
                        Map.of("bootstrap.servers", bootstrapServers),
                        new RelayMetrics(metrics));
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (enabled) {
            relay.close();
        }
    }

    /** Something was committed. */
    void nudge() {
        relay.nudge();
    }
}
