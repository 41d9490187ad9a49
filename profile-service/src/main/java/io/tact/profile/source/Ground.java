package io.tact.profile.source;

import java.util.Locale;

/** On what ground events are kept: Art. 6(1)(a) or (b) GDPR. */
public enum Ground {
    CONSENT,
    /** For orders and deliveries of a server only. */
    CONTRACT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
