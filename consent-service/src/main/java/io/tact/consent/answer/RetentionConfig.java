package io.tact.consent.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.util.Map;

/** How long a yes counts. */
@ConfigMapping(prefix = "tact.retention")
public interface RetentionConfig {
    /** By the name of the purpose, where it is not as for the others. */
    Map<String, Period> purposes();

    /** For all others. */
    @WithDefault("P13M")
    Period others();

    default Retention retention() {
        return new Retention(purposes(), others());
    }
}
