package io.tact.consent.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service follows consent. */
@ConfigMapping(prefix = "tact.consent")
public interface ConsentConfig {
    /**
     * Whether this service keeps a replica of everybody's answers; only consent-service itself does
     * not.
     */
    @WithDefault("true")
    boolean replica();

    /** How long what the replica knows counts after the last heartbeat. */
    @WithDefault("1S")
    Duration lease();

    /** How long a request waits for a consent that it has shown and that is still on its way. */
    @WithDefault("150MS")
    Duration patience();

    /**
     * After this long without a broker a pod becomes ready and refuses, instead of never becoming
     * ready.
     */
    @WithDefault("10S")
    Duration readyWithoutBroker();
}
