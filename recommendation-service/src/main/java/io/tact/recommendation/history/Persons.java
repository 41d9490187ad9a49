package io.tact.recommendation.history;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which identities are one person, as profile-service says. Written by one at a time. */
public final class Persons {
    private final Map<IdentityKey, Membership> memberships = new ConcurrentHashMap<>();
    private final Map<String, Set<IdentityKey>> members = new ConcurrentHashMap<>();

    /**
     * An older version than the known one changes nothing.
     *
     * @param firstSeenAt since when the identity is known, after its last erasure
     * @param device rather than an account or an address
     */
    public void put(
            IdentityKey key, String person, long version, Instant firstSeenAt, boolean device) {
        Membership known = memberships.get(key);
        if (known != null && known.version >= version) {
            return;
        }
        leave(key, known);
        memberships.put(key, new Membership(person, version, firstSeenAt, device));
        members.merge(person, Set.of(key), Persons::union);
    }

    public void remove(IdentityKey key) {
        leave(key, memberships.remove(key));
    }

    /**
     * Forgets who these were, and who these identities were. Whoever of them came back is another
     * person and stays.
     *
     * @param until an identity that was first seen later came back
     * @return how many identities were of them
     */
    public int forget(Collection<String> people, Collection<IdentityKey> keys, Instant until) {
        Set<IdentityKey> gone = new HashSet<>();
        people.forEach(person -> gone.addAll(members.getOrDefault(person, Set.of())));
        for (IdentityKey key : keys) {
            Membership known = memberships.get(key);
            if (known != null && !known.firstSeenAt.isAfter(until)) {
                gone.add(key);
            }
        }
        gone.forEach(this::remove);
        return gone.size();
    }

    /**
     * Under what stops and preferences of these identities stand: their persons, and themselves.
     */
    public Set<String> names(Collection<IdentityKey> keys) {
        Set<String> names = new HashSet<>();
        for (IdentityKey key : keys) {
            names.add(key.value());
            Membership membership = memberships.get(key);
            if (membership != null) {
                names.add(membership.person);
            }
        }
        return names;
    }

    /** These and all that are one person with one of them. */
    public Set<IdentityKey> family(Collection<IdentityKey> keys) {
        Set<IdentityKey> family = new HashSet<>(keys);
        for (IdentityKey key : keys) {
            Membership membership = memberships.get(key);
            if (membership != null) {
                family.addAll(members.getOrDefault(membership.person, Set.of()));
            }
        }
        return family;
    }

    /** Who is not known may be one. */
    public boolean isDevice(IdentityKey key) {
        Membership membership = memberships.get(key);
        return membership == null || membership.device;
    }

    private void leave(IdentityKey key, @Nullable Membership known) {
        if (known != null) {
            members.computeIfPresent(
                    known.person,
                    (same, all) -> {
                        Set<IdentityKey> rest = new HashSet<>(all);
                        rest.remove(key);
                        return rest.isEmpty() ? null : Set.copyOf(rest);
                    });
        }
    }

    private static Set<IdentityKey> union(Set<IdentityKey> some, Set<IdentityKey> others) {
        Set<IdentityKey> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private record Membership(String person, long version, Instant firstSeenAt, boolean device) {}
}
