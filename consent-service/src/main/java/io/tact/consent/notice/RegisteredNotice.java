package io.tact.consent.notice;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A version of a notice, as the registry has it.
 *
 * @param wider for these purposes whoever said yes before {@code inForceFrom} is asked anew
 * @param inForceFrom from when a yes to it counts
 * @param sha256 of each text, as lower-case hexadecimal digits
 */
public record RegisteredNotice(
        String id,
        String version,
        Map<Purpose, Set<DataSource>> sources,
        Set<Purpose> wider,
        Instant inForceFrom,
        Map<Language, String> sha256) {
    public RegisteredNotice {
        sources = Map.copyOf(sources);
        wider = Set.copyOf(wider);
        sha256 = Map.copyOf(sha256);
    }

    boolean asksFor(Purpose purpose) {
        return sources.containsKey(purpose);
    }

    /** A purpose means the same everywhere, so that another notice may be too narrow as well. */
    boolean outdates(RegisteredNotice earlier, Purpose purpose) {
        return wider.contains(purpose)
                && (earlier.id().equals(id)
                        || !earlier.sources(purpose).containsAll(sources(purpose)));
    }

    private Set<DataSource> sources(Purpose purpose) {
        return sources.getOrDefault(purpose, Set.of());
    }

    /** In this language, or in any. */
    String sha256(Language language) {
        return Optional.ofNullable(sha256.get(language))
                .orElseGet(() -> sha256.values().iterator().next());
    }

    Optional<String> sha256(String tag) {
        return Language.ofTag(tag).map(sha256::get);
    }
}
