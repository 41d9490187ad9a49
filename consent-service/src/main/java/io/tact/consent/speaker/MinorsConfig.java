package io.tact.consent.speaker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who cannot allow anything. */
@ConfigMapping(prefix = "tact.minors")
public interface MinorsConfig {
    /** From this age on people answer for themselves; 0: at any age. */
    @WithDefault("16")
    int age();
}
