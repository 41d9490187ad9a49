package io.tact.profile.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The way out to Kafka. */
@ConfigMapping(prefix = "tact.relay")
public interface RelayConfig {
    /** Off only where something else publishes the outbox. */
    @WithDefault("true")
    boolean enabled();
}
