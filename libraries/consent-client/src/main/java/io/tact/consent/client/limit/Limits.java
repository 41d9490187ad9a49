package io.tact.consent.client.limit;

import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** By identity-key what it does not want. Any number of threads write and read. */
@ApplicationScoped
public class Limits {
    private final ConcurrentMap<IdentityKey, Limit> limits = new ConcurrentHashMap<>();
    private volatile boolean complete;

    /** Whether all that was published before this process began is in here. */
    public boolean isComplete() {
        return complete;
    }

    public Limit of(IdentityKey key) {
        return limits.getOrDefault(key, Limit.NONE);
    }

    public boolean restrictAny(Collection<IdentityKey> keys) {
        return keys.stream().anyMatch(key -> of(key).restricted());
    }

    /** Keeps the newer of the two. Of the owner as well, which need not wait for the topic. */
    public void apply(IdentityKey key, Limit limit) {
        limits.merge(key, limit, (known, read) -> read.version() >= known.version() ? read : known);
    }

    void refuse(IdentityKey key) {
        limits.merge(
                key, Limit.EVERYTHING, (known, unknown) -> new Limit(known.version(), true, true));
    }

    /** The identity was erased. */
    void remove(IdentityKey key) {
        limits.remove(key);
    }

    void complete() {
        complete = true;
    }
}
