package io.tact.consent.web;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * At most so many in a window of time, for each key. Kept in memory, so each replica of the service
 * counts for itself.
 */
public final class Rate<K> {
    private final int most;
    private final Duration window;
    private final LongSupplier nanos;
    private volatile Window<K> current;

    public Rate(int most, Duration window, LongSupplier nanos) {
        this.most = most;
        this.window = window;
        this.nanos = nanos;
        this.current = new Window<>(nanos.getAsLong());
    }

    public boolean allows(K key) {
        long now = nanos.getAsLong();
        Window<K> open = current;
        if (now - open.since >= window.toNanos()) {
            open = new Window<>(now);
            current = open;
        }
        return open.counts.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet()
                <= most;
    }

    private static final class Window<K> {
        final long since;
        final ConcurrentMap<K, AtomicInteger> counts = new ConcurrentHashMap<>();

        Window(long since) {
            this.since = since;
        }
    }
}
