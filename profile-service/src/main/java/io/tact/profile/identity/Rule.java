package io.tact.profile.identity;

import java.util.Locale;

/** Why two identities are thought to be one person: the evidence of an edge. */
public enum Rule {
    /** Both stood in an event with a browser's key, which proves nothing. */
    BROWSER_EVENT(false),
    /** Both stood in an event of the shop's own server. */
    SERVER_EVENT(true),
    /** A browser's {@code alias}. */
    BROWSER_ALIAS(false),
    /** A server's {@code alias}. */
    SERVER_ALIAS(true),
    /** One request proved both by its credentials. */
    BOTH_CREDENTIALS(true);

    private final boolean confirms;

    Rule(boolean confirms) {
        this.confirms = confirms;
    }

    public boolean confirms() {
        return confirms;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Rule ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
