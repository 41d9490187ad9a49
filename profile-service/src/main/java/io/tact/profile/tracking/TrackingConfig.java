package io.tact.profile.tracking;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What clients are told about this service. */
@ConfigMapping(prefix = "tact.tracking")
public interface TrackingConfig {
    /**
     * Under which address scripts in browsers reach this service, without a path; the one of the
     * request where it is not set.
     */
    Optional<URI> publicUrl();
}
