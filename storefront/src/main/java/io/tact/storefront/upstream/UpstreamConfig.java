package io.tact.storefront.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long a page waits for them. */
@ConfigMapping(prefix = "tact.upstream")
public interface UpstreamConfig {
    /** Base URL of consent-service. */
    URI consent();

    /** Base URL of profile-service. */
    URI profile();

    /** Base URL of recommendation-service. */
    URI recommendation();

    /** Base URL of frequency-service. */
    URI frequency();

    /** Until there is a connection. */
    @WithDefault("0.3S")
    Duration connecting();

    /** From asking until the head of the answer is there. */
    @WithDefault("0.8S")
    Duration timeout();

    /** How long the rest of a streamed answer may take. */
    @WithDefault("5S")
    Duration streaming();

    /** The same of a file that a shopper downloads. */
    @WithDefault("10M")
    Duration downloading();

    /** How long a service that failed three times in a row is left alone. */
    @WithDefault("1S")
    Duration pause();

    /** Connections to each service. */
    @WithDefault("64")
    int connections();

    default URI of(Service service) {
        return switch (service) {
            case CONSENT -> consent();
            case PROFILE -> profile();
            case RECOMMENDATION -> recommendation();
            case FREQUENCY -> frequency();
        };
    }
}
