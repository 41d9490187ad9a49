package io.tact.frequency.publication;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.frequency.capped.CappedStore;
import io.tact.outbox.CurrentRows;
import io.tact.outbox.OutboxRelay;
import io.tact.outbox.RelayMetrics;
import io.tact.outbox.Relayed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Carries what this service has to say to Kafka. */
@ApplicationScoped
public class FrequencyRelay {
    private final OutboxRelay relay;
    private final boolean enabled;

    FrequencyRelay(
            AgroalDataSource database,
            MeterRegistry metrics,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "tact.relay.enabled", defaultValue = "true") boolean enabled) {
        this.enabled = enabled;
        this.relay =
                new OutboxRelay(
                        Relayed.of("frequency-service", prefix.orElse(""))
                                .withCurrent(
                                        CappedStore.TOPIC, CurrentRows.query(CappedStore.CURRENT)),
                        database,
                        Map.of("bootstrap.servers", brokers),
                        new RelayMetrics(metrics));
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    /** Something was committed. */
    public void nudge() {
        relay.nudge();
    }
}
