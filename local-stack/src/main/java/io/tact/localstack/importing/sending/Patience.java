package io.tact.localstack.importing.sending;

import java.time.Duration;

/**
 * How long to wait before the next attempt, and when to give up.
 *
 * @param first wait after the first failure; it doubles with every further one
 * @param longest no wait is longer, unless the service asks for more
 * @param giveUp after so much waiting for one request
 */
public record Patience(Duration first, Duration longest, Duration giveUp) {
    private static final int MOST_DOUBLINGS = 20;

    public Patience {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits from %s to %s".formatted(first, longest));
        }
    }

    /** Long enough for a service to be restarted. */
    public static Patience usual() {
        return new Patience(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMinutes(3));
    }

    /**
     * @param luck from 0 to 1: spreads the attempts of many senders
     */
    Duration before(int attempt, double luck) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration most = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofNanos((long) (most.toNanos() * (0.5 + luck / 2)));
    }
}
