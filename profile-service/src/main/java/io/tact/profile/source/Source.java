package io.tact.profile.source;

import io.tact.consent.client.Purpose;
import java.util.Optional;

/**
 * A registered source of events.
 *
 * @param name stands in every event and value that came from it
 * @param collects what its events may hold
 * @param provider from whom the shop has it; absent for what the shop collects itself
 */
public record Source(
        String name,
        SourceKind kind,
        Ground ground,
        Collects collects,
        Optional<Provider> provider) {
    public Source {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "A source's name has 1 to 64 letters, digits, dots or dashes, not: " + name);
        }
        if (provider.isPresent() && ground == Ground.CONTRACT) {
            throw new IllegalArgumentException(
                    "Source "
                            + name
                            + " sends what is somebody else's and so cannot have the ground contract");
        }
        if (kind == SourceKind.BROWSER && ground == Ground.CONTRACT) {
            throw new IllegalArgumentException(
                    "Source "
                            + name
                            + " has a browser's key, which anybody can read, and so cannot have the ground contract");
        }
    }

    /** The shop's own, with everything in it that does not intrude. */
    public Source(String name, SourceKind kind, Ground ground) {
        this(name, kind, ground, Collects.ORDINARY, Optional.empty());
    }

    public boolean isBrowser() {
        return kind == SourceKind.BROWSER;
    }

    /** What may be kept of it where nothing else forbids it. */
    public boolean isFor(Purpose purpose) {
        return provider.map(from -> from.purposes().contains(purpose)).orElse(true);
    }

    /**
     * Whether the consent that an event states about itself ({@code context.consent}) is believed.
     */
    public boolean statesConsent() {
        return kind == SourceKind.SERVER && ground == Ground.CONSENT;
    }
}
