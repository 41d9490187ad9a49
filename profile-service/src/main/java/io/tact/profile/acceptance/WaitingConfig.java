package io.tact.profile.acceptance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long events wait that cannot be judged. */
@ConfigMapping(prefix = "tact.waiting")
public interface WaitingConfig {
    /** After this long an event that could not be judged is deleted unread. */
    @WithDefault("10M")
    Duration patience();

    /** How often those that wait are tried again. */
    @WithDefault("500MS")
    Duration every();
}
