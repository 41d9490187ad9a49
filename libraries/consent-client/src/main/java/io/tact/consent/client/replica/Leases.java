package io.tact.consent.client.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/** Until when each partition's content may be believed, by this process's monotonic clock. */
final class Leases {
    private static final AtomicLongArray NONE = new AtomicLongArray(0);

    private final long lengthNanos;
    private final LongSupplier clock;
    private volatile AtomicLongArray renewedAt = NONE;

    Leases(Duration length, LongSupplier clock) {
        this.lengthNanos = length.toNanos();
        this.clock = clock;
    }

    /** Nothing is believed until each partition's first heartbeat. */
    void begin(int partitions) {
        var fresh = new AtomicLongArray(partitions);
        long lapsed = clock.getAsLong() - lengthNanos;
        for (int partition = 0; partition < partitions; partition++) {
            fresh.set(partition, lapsed);
        }
        renewedAt = fresh;
    }

    /**
     * @param momentNanos the moment of which the heartbeat speaks; an earlier one than the last
     *     changes nothing
     */
    void renew(int partition, long momentNanos) {
        renewedAt.accumulateAndGet(
                partition, momentNanos, (known, read) -> read - known > 0 ? read : known);
    }

    /** Of all partitions. */
    boolean areValid() {
        AtomicLongArray all = renewedAt;
        long now = clock.getAsLong();
        return all.length() > 0
                && IntStream.range(0, all.length())
                        .allMatch(partition -> now - all.get(partition) < lengthNanos);
    }

    boolean isValid(IdentityKey key) {
        AtomicLongArray all = renewedAt;
        if (all.length() == 0) {
            return false;
        }
        int partition = Utils.toPositive(Utils.murmur2(key.value().getBytes(UTF_8))) % all.length();
        return clock.getAsLong() - all.get(partition) < lengthNanos;
    }
}
