package io.tact.recommendation.history;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Everybody's history. Written by one at a time, any number of threads read. */
public final class Histories {
    private final ConcurrentMap<IdentityKey, History> histories = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    public History of(IdentityKey key) {
        return histories.getOrDefault(key, History.EMPTY);
    }

    public void add(IdentityKey key, Deed deed) {
        change(key, history -> history.with(deed));
    }

    public void add(Purchase purchase) {
        for (IdentityKey key : purchase.identities()) {
            change(key, history -> history.with(purchase));
        }
    }

    /** The event is erased or expired; an order is taken from all whom it lists. */
    public void remove(IdentityKey key, long event) {
        for (Purchase purchase : of(key).purchases()) {
            if (purchase.event() == event) {
                for (IdentityKey other : purchase.identities()) {
                    change(other, history -> history.without(event));
                }
            }
        }
        change(key, history -> history.without(event));
    }

    /** Forgets what was done before that; orders stay. */
    public void keepSince(long millis) {
        for (IdentityKey key : histories.keySet()) {
            change(key, history -> history.since(millis));
        }
    }

    /**
     * Forgets people as if they had never been. An order that somebody else recorded stays for the
     * others whom it lists.
     *
     * @param forgotten whether what was recorded of an identity at a time is
     * @return how many deeds and orders who has lost
     */
    public Map<IdentityKey, Integer> forget(BiPredicate<IdentityKey, Instant> forgotten) {
        Map<IdentityKey, Integer> lost = new HashMap<>();
        for (IdentityKey key : histories.keySet()) {
            int before = of(key).size();
            change(key, history -> history.without(key, forgotten));
            lost.put(key, before - of(key).size());
        }
        lost.values().removeIf(count -> count == 0);
        if (!lost.isEmpty()) {
            // After the last is gone: a model begun while it went is not one without it.
            changes.incrementAndGet();
        }
        return lost;
    }

    public void forEach(BiConsumer<IdentityKey, History> action) {
        histories.forEach(action);
    }

    public Set<IdentityKey> keys() {
        return histories.keySet();
    }

    /** Differs when anything has changed. */
    public long changes() {
        return changes.get();
    }

    public int size() {
        return histories.size();
    }

    private void change(IdentityKey key, UnaryOperator<History> change) {
        histories.compute(
                key,
                (same, known) -> {
                    History before = known == null ? History.EMPTY : known;
                    History after = change.apply(before);
                    if (after != before) {
                        changes.incrementAndGet();
                    }
                    return after.isEmpty() ? null : after;
                });
    }
}
