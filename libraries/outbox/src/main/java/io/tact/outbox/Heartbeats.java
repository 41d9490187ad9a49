package io.tact.outbox;

import io.tact.outbox.OutboxReads.Horizon;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a heartbeat may say "all that was committed by then stands before me".
 *
 * <p>Under load there is always a transaction that has begun and not ended, so no snapshot is ever
 * drained completely. A heartbeat therefore speaks of a mark: a snapshot taken a little earlier. It
 * is due when everything that could be committed at the mark has ended and was published, and it
 * carries the time of the mark, so that its reader can count the lease from there.
 */
final class Heartbeats {
    private final long everyNanos;
    private @Nullable Mark mark;
    private long lastNanos;

    Heartbeats(Duration every, long nowNanos) {
        this.everyNanos = every.toNanos();
        this.lastNanos = nowNanos - everyNanos;
    }

    /**
     * @param nowNanos monotonic time from before the horizon was read
     * @param drained every row below the horizon was handed to the producer
     * @return the monotonic time of the mark, if a heartbeat is due now
     */
    OptionalLong due(Horizon horizon, long nowNanos, boolean drained) {
        Mark waiting = mark;
        if (waiting == null) {
            if (nowNanos - lastNanos < everyNanos) {
                return OptionalLong.empty();
            }
            waiting = mark = new Mark(horizon, nowNanos);
        }
        if (!drained || !horizon.covers(waiting.horizon)) {
            return OptionalLong.empty();
        }
        mark = null;
        lastNanos = nowNanos;
        return OptionalLong.of(waiting.takenNanos);
    }

    private record Mark(Horizon horizon, long takenNanos) {}
}
