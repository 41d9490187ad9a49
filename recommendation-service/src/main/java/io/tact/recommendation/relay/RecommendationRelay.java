package io.tact.recommendation.relay;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.outbox.CurrentRows;
import io.tact.outbox.OutboxRelay;
import io.tact.outbox.RelayMetrics;
import io.tact.outbox.Relayed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes items (always as they are now) and what was served. */
@ApplicationScoped
public class RecommendationRelay {
    private static final CurrentRows ITEMS =
            CurrentRows.query(
                    """
                    select item_id, (item || jsonb_build_object('version', version))::text
                    from catalogue_item where item_id = any(?)""");

    private final OutboxRelay relay;
    private final boolean enabled;

    RecommendationRelay(
            AgroalDataSource database,
            MeterRegistry metrics,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "tact.relay.enabled", defaultValue = "true") boolean enabled) {
        this.enabled = enabled;
        this.relay =
                new OutboxRelay(
                        Relayed.of("recommendation-service", prefix.orElse(""))
                                .withCurrent("catalogue.item.v1", ITEMS),
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
    public void nudge() {
        relay.nudge();
    }
}
