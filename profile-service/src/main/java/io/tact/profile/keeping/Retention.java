package io.tact.profile.keeping;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Until when what was recorded may be used: its own time and the period of the purpose, in UTC.
 * From that moment it is not.
 *
 * @param purposes by name
 * @param others for the purposes that are not named
 * @param contract for orders under the contract
 */
public record Retention(Map<String, Period> purposes, Period others, Period contract) {
    public Retention {
        purposes = Map.copyOf(purposes);
        purposes.forEach((name, period) -> check(new Purpose(name).name(), period));
        check("all others", others);
        check("the contract", contract);
    }

    private static void check(String what, Period period) {
        boolean goesBack = period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0;
        if (goesBack || period.isZero()) {
            throw new IllegalArgumentException(
                    "What is recorded is kept for some time, for " + what + " it was " + period);
        }
    }

    public Period of(Purpose purpose) {
        return purposes.getOrDefault(purpose.name(), others);
    }

    public Instant until(Purpose purpose, Instant at) {
        return end(at, of(purpose));
    }

    public Instant contractUntil(Instant at) {
        return end(at, contract);
    }

    public boolean serves(Purpose purpose, Instant at, Instant now) {
        return until(purpose, at).isAfter(now);
    }

    /** Those of the purposes that something of that time still serves. */
    public Set<Purpose> left(Collection<Purpose> purposes, Instant at, Instant now) {
        return purposes.stream()
                .filter(purpose -> serves(purpose, at, now))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When each of the purposes ends for something of that time. */
    public Map<String, Instant> ends(Collection<Purpose> purposes, Instant at) {
        return purposes.stream()
                .collect(
                        Collectors.toMap(
                                Purpose::name,
                                purpose -> until(purpose, at),
                                (same, again) -> same,
                                TreeMap::new));
    }

    /** As the database's functions take it. Names of purposes and periods need no quoting. */
    public String json() {
        String named =
                new TreeMap<>(purposes)
                        .entrySet().stream()
                                .map(one -> "\"" + one.getKey() + "\":\"" + one.getValue() + "\"")
                                .collect(Collectors.joining(","));
        return "{\"purposes\":{%s},\"others\":\"%s\",\"contract\":\"%s\"}"
                .formatted(named, others, contract);
    }

    private static Instant end(Instant at, Period period) {
        return at.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }
}
