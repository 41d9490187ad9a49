package io.tact.profile.linking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How quickly the graph follows. */
@ConfigMapping(prefix = "tact.linking")
public interface LinkingConfig {
    /**
     * How often what events say about edges is looked for, where nobody says that there is some.
     */
    @WithDefault("200MS")
    Duration every();

    /** How often the confirmed edges are compared with consent. */
    @WithDefault("500MS")
    Duration rejudgeEvery();

    /** How many of them at most each time. */
    @WithDefault("5000")
    int rejudgeAtMost();
}
