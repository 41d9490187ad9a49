package io.tact.profile.source;

/**
 * A registered source of events.
 *
 * @param name stands in every event and value that came from it
 */
public record Source(String name, SourceKind kind, Ground ground) {
    public Source {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "A source's name has 1 to 64 letters, digits, dots or dashes, not: " + name);
        }
        if (kind == SourceKind.BROWSER && ground == Ground.CONTRACT) {
            throw new IllegalArgumentException(
                    "Source "
                            + name
                            + " has a browser's key, which anybody can read, and so cannot have the ground contract");
        }
    }

    public boolean isBrowser() {
        return kind == SourceKind.BROWSER;
    }

    /**
     * Whether the consent that an event states about itself ({@code context.consent}) is believed.
     */
    public boolean statesConsent() {
        return kind == SourceKind.SERVER && ground == Ground.CONSENT;
    }
}
