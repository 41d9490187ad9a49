package io.tact.consent.client.replica;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one identity allows, and since when. Most people answer all at once: what that takes beside
 * the set, which is shared between the many who answered alike, is one time.
 */
public final class Grants {
    public static final Grants NONE = new Grants(Set.of(), 0, Map.of());

    private final Set<Purpose> purposes;
    private final long latestMicros;

    /** Those that were granted before the latest. */
    private final Map<Purpose, Long> earlier;

    private Grants(Set<Purpose> purposes, long latestMicros, Map<Purpose, Long> earlier) {
        this.purposes = purposes;
        this.latestMicros = latestMicros;
        this.earlier = earlier;
    }

    static Grants of(Map<Purpose, Instant> since) {
        if (since.isEmpty()) {
            return NONE;
        }
        long latest = since.values().stream().mapToLong(Grants::micros).max().orElseThrow();
        return new Grants(
                Set.copyOf(since.keySet()),
                latest,
                since.entrySet().stream()
                        .filter(grant -> micros(grant.getValue()) < latest)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, grant -> micros(grant.getValue()))));
    }

    /** The same, with a set that others have as well. */
    Grants sharing(Set<Purpose> same) {
        return new Grants(same, latestMicros, earlier);
    }

    public Set<Purpose> purposes() {
        return purposes;
    }

    /** Those that had been granted at that time, and still are. */
    public Set<Purpose> at(Instant time) {
        long micros = micros(time);
        return micros >= latestMicros
                ? purposes
                : earlier.entrySet().stream()
                        .filter(grant -> micros >= grant.getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean isAnyAfter(Instant time) {
        return latestMicros > micros(time);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
