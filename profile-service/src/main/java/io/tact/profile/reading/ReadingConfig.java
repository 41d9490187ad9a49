package io.tact.profile.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may read, and how long it is remembered that they did. */
@ConfigMapping(prefix = "tact.reading")
public interface ReadingConfig {
    /**
     * JSON: each client, by the name that its tokens carry as {@code azp}, with the purposes for
     * which it is registered; {@code visitor} for requests that prove a visitor alone. Whoever is
     * not in it reads nothing.
     */
    Optional<String> clients();

    /** How long a read, or a look-up by staff, stays in the log. */
    @WithDefault("365D")
    Duration keepLog();
}
