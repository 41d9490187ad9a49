package io.tact.frequency.reservation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reservations are decided. */
@ConfigMapping(prefix = "tact.frequency")
public interface FrequencyConfig {
    /** Impressions in one session for somebody without {@code marketing}, before any rule. */
    @WithDefault("3")
    int sessionLimit();

    /** After this long without an answer of the store the answer is a refusal. */
    @WithDefault("200MS")
    Duration storeTimeout();
}
