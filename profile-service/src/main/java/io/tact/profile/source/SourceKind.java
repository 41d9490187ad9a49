package io.tact.profile.source;

import java.util.Locale;

/** Where a source's write key lives. */
public enum SourceKind {
    /**
     * In every visitor's browser, so that anybody may send anything with it: its values are at most
     * observed, its links only claimed, and it has no orders.
     */
    BROWSER,
    /** In the shop's own servers. */
    SERVER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
