package io.tact.profile.publishing;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.outbox.OutboxRelay;
import io.tact.outbox.RelayMetrics;
import io.tact.outbox.Relayed;
import io.tact.profile.keeping.RetentionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes {@code profile.event.v1}, {@code profile.identity.v1}, {@code profile.view.v1} and
 * {@code privacy.limit.v1}.
 */
@ApplicationScoped
public class ProfileRelay {
    /** Of the second within which an order stops advertising. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private final OutboxRelay relay;
    private final boolean enabled;

    ProfileRelay(
            AgroalDataSource database,
            MeterRegistry metrics,
            RelayConfig config,
            RetentionConfig retention,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.enabled = config.enabled();
        this.relay =
                new OutboxRelay(
                        Relayed.of("profile-service", prefix.orElse(""))
                                .gatheringFor(GATHERING)
                                .withCurrent("profile.identity.v1", CurrentProfiles.IDENTITIES)
                                .withCurrent("privacy.limit.v1", CurrentProfiles.LIMITS)
                                .withCurrent(
                                        "profile.view.v1",
                                        CurrentProfiles.views(retention.retention())),
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
