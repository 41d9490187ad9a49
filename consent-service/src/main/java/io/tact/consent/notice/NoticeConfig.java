package io.tact.consent.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How notices come into force. */
@ConfigMapping(prefix = "tact.notices")
public interface NoticeConfig {
    /**
     * How long after its registration a version counts that asks for more; longer than it takes all
     * replicas to learn of it.
     */
    @WithDefault("10s")
    Duration wideningAfter();
}
