package io.tact.consent.consents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How often people are asked. */
@ConfigMapping(prefix = "tact.asking")
interface AskingConfig {
    /** Whoever said no is not asked for the same purpose again before. */
    @WithDefault("P6M")
    Period againAfter();
}
