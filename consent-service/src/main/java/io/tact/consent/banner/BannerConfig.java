package io.tact.consent.banner;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Who may use the doors of c15t without a shop's server in between. */
@ConfigMapping(prefix = "tact.banner")
public interface BannerConfig {
    /**
     * Origins such as {@code https://www.example.com} whose pages may call {@code /api/c15t}
     * directly; none if missing. A shop that forwards needs none.
     */
    Optional<Set<String>> origins();
}
