package io.tact.recommendation.history;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What people said they like, as the profile's views give it. */
public final class Preferences {
    private final Map<String, View> views = new ConcurrentHashMap<>();

    /**
     * @param kind a product type
     * @param recordedBy whose consent counts
     * @param until it may be used; null: it does not end by itself
     */
    public record Liked(String kind, IdentityKey recordedBy, @Nullable Instant until) {
        public boolean counts(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    /** An older version than the known one changes nothing. */
    public void put(String person, long version, List<Liked> liked) {
        views.merge(
                person,
                new View(version, List.copyOf(liked)),
                (known, read) -> read.version > known.version ? read : known);
    }

    public void remove(String person) {
        views.remove(person);
    }

    /**
     * @return how many had said something
     */
    public int forget(Collection<String> persons) {
        return (int) persons.stream().filter(person -> views.remove(person) != null).count();
    }

    public List<Liked> of(Collection<String> persons) {
        return persons.stream()
                .map(views::get)
                .filter(view -> view != null)
                .flatMap(view -> view.liked.stream())
                .toList();
    }

    private record View(long version, List<Liked> liked) {}
}
