package io.tact.recommendation.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What frequency-service wants nobody to advertise to a person for now. They only ever hold back,
 * so they need no consent.
 */
public final class Stops {
    private static final String PRODUCT = "product:";

    private final Map<String, Map<String, Instant>> untilByPerson = new ConcurrentHashMap<>();

    /**
     * @param until {@link Instant#MAX} for ever
     */
    public void put(String person, String label, Instant until) {
        untilByPerson
                .computeIfAbsent(person, unknown -> new ConcurrentHashMap<>())
                .put(label, until);
    }

    public void remove(String person, String label) {
        untilByPerson.computeIfPresent(
                person,
                (same, labels) -> {
                    labels.remove(label);
                    return labels.isEmpty() ? null : labels;
                });
    }

    /**
     * @return how many stops there were
     */
    public int forget(Collection<String> persons) {
        return persons.stream()
                .map(untilByPerson::remove)
                .filter(stops -> stops != null)
                .mapToInt(Map::size)
                .sum();
    }

    /** Whether a product must not be advertised to any of these persons. */
    public boolean stops(Collection<String> persons, String itemId, Instant now) {
        for (String person : persons) {
            Instant until = untilByPerson.getOrDefault(person, Map.of()).get(PRODUCT + itemId);
            if (until != null && now.isBefore(until)) {
                return true;
            }
        }
        return false;
    }
}
