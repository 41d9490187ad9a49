package io.tact.frequency.clock;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Another clock, followed by this process's monotonic one: never stepped, only slewed by at most a
 * millisecond a second, and never going back.
 */
final class FollowedClock {
    private static final long SLEW_PER_SECOND = 1;

    private boolean known;
    private long offsetMillis;
    private long observedNanos;
    private long last = Long.MIN_VALUE;

    /**
     * @param millis what the other clock said
     * @param nanos our monotonic clock at that moment
     */
    synchronized void observe(long millis, long nanos) {
        long offset = millis - TimeUnit.NANOSECONDS.toMillis(nanos);
        if (!known) {
            known = true;
            offsetMillis = offset;
        } else {
            long most =
                    Math.max(0, TimeUnit.NANOSECONDS.toSeconds(nanos - observedNanos))
                            * SLEW_PER_SECOND;
            if (most == 0) {
                return;
            }
            offsetMillis += Math.max(-most, Math.min(most, offset - offsetMillis));
        }
        observedNanos = nanos;
    }

    /** Empty before the first observation. */
    synchronized OptionalLong now(long nanos) {
        if (!known) {
            return OptionalLong.empty();
        }
        last = Math.max(last, offsetMillis + TimeUnit.NANOSECONDS.toMillis(nanos));
        return OptionalLong.of(last);
    }
}
