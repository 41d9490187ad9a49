package io.tact.profile.keeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.util.Map;

/** How long what was recorded may be used, from the time at which it happened. */
@ConfigMapping(prefix = "tact.retention")
public interface RetentionConfig {
    /** By the name of the purpose, where it is not as for the others. */
    Map<String, Period> purposes();

    /** For all other purposes. */
    @WithDefault("P13M")
    Period others();

    /** For orders that are kept under the contract. */
    @WithDefault("P10Y")
    Period contract();

    default Retention retention() {
        return new Retention(purposes(), others(), contract());
    }
}
