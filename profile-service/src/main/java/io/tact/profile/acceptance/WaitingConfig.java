package io.tact.profile.acceptance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long events wait that cannot be judged. */
@ConfigMapping(prefix = "tact.waiting")
public interface WaitingConfig {
    /** After this long an event whose subject has not answered is deleted unread. */
    @WithDefault("10M")
    Duration patience();

    /** The same while nobody's consent can be known. */
    @WithDefault("24H")
    Duration patienceInOutage();

    /** How often those that wait are tried again. */
    @WithDefault("500MS")
    Duration every();

    /**
     * How much earlier than the grant an event may seem to have happened: a grant whose client
     * stated no time counts from its arrival.
     */
    @WithDefault("2S")
    Duration clockTolerance();
}
