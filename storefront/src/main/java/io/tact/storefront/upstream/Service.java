package io.tact.storefront.upstream;

import java.util.Locale;

/** Who answers behind {@code /tact/<service>/}. */
public enum Service {
    CONSENT,
    PROFILE,
    RECOMMENDATION,
    FREQUENCY;

    /** Its name in paths, logs and metrics. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
