package io.tact.consent.client.erasure;

import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who was ever erased. One thread adds, any number of threads ask. */
@ApplicationScoped
public class Forgotten {
    private final Map<IdentityKey, Instant> identities = new ConcurrentHashMap<>();
    private final Set<String> persons = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> read = new CompletableFuture<>();

    /** Whether what was recorded of it at that time is to be forgotten. */
    public boolean holds(IdentityKey key, Instant recordedAt) {
        Instant erasedAt = identities.get(key);
        return erasedAt != null && !recordedAt.isAfter(erasedAt);
    }

    /** Whether a pseudonym is nobody's any more. Whoever comes back gets another one. */
    public boolean isNobody(String person) {
        return persons.contains(person);
    }

    /**
     * Whether an identity is not to be known as that person: what {@code profile.identity.v1} says
     * of it is of before an erasure, of the person or of the identity alone.
     *
     * @param firstSeenAt as the record says; one that does not say it was recorded then
     */
    public boolean holds(IdentityKey key, String person, Instant firstSeenAt) {
        return isNobody(person) || holds(key, firstSeenAt);
    }

    /** Completes when all that the topic held at the start was read, and forgotten here. */
    public CompletionStage<Void> whenRead() {
        return read.minimalCompletionStage();
    }

    void add(Erasure erasure) {
        erasure.identities()
                .forEach(key -> identities.merge(key, erasure.erasedAt(), Forgotten::later));
        persons.addAll(erasure.persons());
    }

    void read() {
        read.complete(null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
