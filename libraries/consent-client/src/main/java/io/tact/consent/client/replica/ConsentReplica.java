package io.tact.consent.client.replica;

import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All consent states by identity-key. One thread applies records, any number of threads read. */
@ApplicationScoped
public class ConsentReplica {
    private final ConcurrentMap<CompactKey, ConsentStanding> standings = new ConcurrentHashMap<>();
    private final ConcurrentMap<Set<Purpose>, Set<Purpose>> shared = new ConcurrentHashMap<>();
    private final Map<IdentityKey, List<Arrival>> awaited = new ConcurrentHashMap<>();
    private final List<Consumer<IdentityKey>> listeners = new CopyOnWriteArrayList<>();
    private final Leases leases;

    public ConsentReplica(ConsentConfig config) {
        this.leases = new Leases(config.lease(), System::nanoTime);
    }

    public ConsentStanding standing(IdentityKey key) {
        return standings.getOrDefault(CompactKey.of(key), ConsentStanding.UNASKED);
    }

    public long version(IdentityKey key) {
        return standing(key).version();
    }

    /** Whether what is known of this identity may be believed. */
    public boolean hasLease(IdentityKey key) {
        return leases.isValid(key);
    }

    /** Whether what is known of everybody may be believed. */
    public boolean hasAllLeases() {
        return leases.areValid();
    }

    /**
     * Tells of each answer that has been applied, on the thread that applies them: the listener
     * takes a note and returns.
     */
    public void onAnswer(Consumer<IdentityKey> listener) {
        listeners.add(listener);
    }

    /** Completes when that version or a newer one has been applied. The caller bounds the wait. */
    public CompletableFuture<Void> arrival(ConsentSeq seq) {
        var arrival = new Arrival(seq.version(), new CompletableFuture<>());
        awaited.computeIfAbsent(seq.key(), key -> new CopyOnWriteArrayList<>()).add(arrival);
        arrival.future.whenComplete((done, trouble) -> forget(seq.key(), arrival));
        if (version(seq.key()) >= seq.version()) {
            arrival.future.complete(null);
        }
        return arrival.future;
    }

    Leases leases() {
        return leases;
    }

    int size() {
        return standings.size();
    }

    /** Keeps the newer of the two. */
    void apply(IdentityKey key, long version, Grants grants) {
        Set<Purpose> same = shared.computeIfAbsent(grants.purposes(), Set::copyOf);
        standings.merge(
                CompactKey.of(key),
                new ConsentStanding(version, grants.sharing(same)),
                (known, read) -> read.version() > known.version() ? read : known);
        awaited.getOrDefault(key, List.of()).forEach(arrival -> arrival.reached(version));
        listeners.forEach(listener -> listener.accept(key));
    }

    /** A record that nobody understands can only mean less than what was known. */
    void refuse(IdentityKey key) {
        standings.computeIfPresent(
                CompactKey.of(key),
                (same, known) -> new ConsentStanding(known.version(), Grants.NONE));
    }

    /** The identity was erased. */
    void remove(IdentityKey key) {
        standings.remove(CompactKey.of(key));
    }

    /** The identity was erased; what it allowed later stays. */
    void forget(IdentityKey key, Instant erasedAt) {
        standings.computeIfPresent(
                CompactKey.of(key),
                (same, known) -> known.grants().isAnyAfter(erasedAt) ? known : null);
    }

    private void forget(IdentityKey key, Arrival arrival) {
        awaited.computeIfPresent(
                key,
                (same, waiting) -> {
                    waiting.remove(arrival);
                    return waiting.isEmpty() ? null : waiting;
                });
    }

    private record Arrival(long version, CompletableFuture<Void> future) {
        void reached(long applied) {
            if (applied >= version) {
                future.complete(null);
            }
        }
    }
}
