package io.tact.recommendation.served;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what was served is written down. */
@ConfigMapping(prefix = "tact.served")
public interface ServedConfig {
    /** The longest that an answer waits to be written; also the most that a kill may lose. */
    @WithDefault("500MS")
    Duration writeEvery();

    /**
     * How many answers may wait while the database does not take them; more are counted and lost.
     */
    @WithDefault("20000")
    int backlog();
}
