package io.tact.recommendation.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.history.Preferences;
import io.tact.recommendation.history.Stops;
import io.tact.recommendation.history.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What this replica remembers of people. Nothing of them comes back after {@link #forget}: whoever
 * adds looks at {@link Forgotten} in the same turn, and it knew of the erasure before this one.
 */
@ApplicationScoped
class Memory {
    private final Forgotten forgotten;
    private final Turns turns;
    private final Histories histories;
    private final Persons persons;
    private final Preferences preferences;
    private final Stops stops;

    Memory(
            Forgotten forgotten,
            Turns turns,
            Histories histories,
            Persons persons,
            Preferences preferences,
            Stops stops) {
        this.forgotten = forgotten;
        this.turns = turns;
        this.histories = histories;
        this.persons = persons;
        this.preferences = preferences;
        this.stops = stops;
    }

    /**
     * How much was remembered of somebody.
     *
     * @param histories deeds and orders
     * @param persons identities of them
     */
    record Remembered(int histories, int persons, int preferences, int stops) {
        static final Remembered NOTHING = new Remembered(0, 0, 0, 0);
    }

    /**
     * @return by request
     */
    Map<UUID, Remembered> forget(List<Erasure> erasures) {
        Map<UUID, Remembered> forgot = new HashMap<>();
        turns.take(
                () -> {
                    Map<IdentityKey, Integer> lost = histories.forget(forgotten::holds);
                    erasures.forEach(
                            erasure -> forgot.put(erasure.request(), forget(erasure, lost)));
                });
        return forgot;
    }

    private Remembered forget(Erasure erasure, Map<IdentityKey, Integer> lost) {
        List<String> names = new ArrayList<>(erasure.persons());
        erasure.identities().forEach(key -> names.add(key.value()));
        return new Remembered(
                erasure.identities().stream().mapToInt(key -> lost.getOrDefault(key, 0)).sum(),
                persons.forget(erasure.persons(), erasure.identities(), erasure.erasedAt()),
                preferences.forget(names),
                stops.forget(names));
    }
}
