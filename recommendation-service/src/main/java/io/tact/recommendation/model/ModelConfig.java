package io.tact.recommendation.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the model is made anew. */
@ConfigMapping(prefix = "tact.model")
public interface ModelConfig {
    /** The shortest time between two models; each also waits twice as long as the last one took. */
    @WithDefault("500MS")
    Duration rebuildEvery();

    /** How often everybody's consent to be learned from is looked up again. */
    @WithDefault("2S")
    Duration consentEvery();

    /**
     * How long views and baskets of a person are kept in memory; orders stay as long as in the log.
     */
    @WithDefault("P90D")
    Duration historyKept();

    /**
     * After this long without a broker a pod becomes ready and answers from what it has, instead of
     * never becoming ready.
     */
    @WithDefault("10S")
    Duration readyWithoutBroker();
}
