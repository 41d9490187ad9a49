package io.tact.consent.client.replica;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long a heartbeat was held up on its way. The clocks of the two ends are not the same, so only
 * differences count: the fastest heartbeat ever seen from a clock was not held up, and another is
 * as late as it is slower than that one. The first from a clock proves nothing, as it may itself be
 * late.
 *
 * <p>Clocks may drift apart by {@value #DRIFT_PER_MILLION} millionths; the best time seen ages by
 * as much, so that a drift is not taken for a delay for ever.
 */
final class HeartbeatDelay {
    private static final long DRIFT_PER_MILLION = 500;

    private @Nullable String epoch;
    private long bestOffsetMillis;
    private long bestAtMillis;

    /**
     * @param markMillis the moment of which the heartbeat speaks, by the clock of its sender
     * @param readMillis when it was read, by our clock
     * @return that moment by our clock; empty for the first heartbeat of a clock
     */
    OptionalLong momentOf(String heartbeatEpoch, long markMillis, long readMillis) {
        long offset = readMillis - markMillis;
        if (!heartbeatEpoch.equals(epoch)) {
            epoch = heartbeatEpoch;
            bestOffsetMillis = offset;
            bestAtMillis = readMillis;
            return OptionalLong.empty();
        }
        long aged = bestOffsetMillis + (readMillis - bestAtMillis) * DRIFT_PER_MILLION / 1_000_000;
        if (offset <= aged) {
            bestOffsetMillis = offset;
            bestAtMillis = readMillis;
            return OptionalLong.of(readMillis);
        }
        return OptionalLong.of(readMillis - (offset - aged));
    }
}
