package io.tact.consent.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is too much, for each replica of this service. */
@ConfigMapping(prefix = "tact.rate")
public interface RateConfig {
    /** Statements of one identity in a minute; the ledger keeps each for ever. */
    @WithDefault("60")
    int statementsPerMinute();

    /** Visitor tokens in a second, of all callers together; each costs a signature. */
    @WithDefault("300")
    int visitorsPerSecond();
}
