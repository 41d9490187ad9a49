package io.tact.storefront.upstream;

import java.time.Duration;

/**
 * Leaves a service alone that failed several times in a row: closed, then open for a pause, then
 * one attempt a pause until one succeeds. Times are of a monotonic clock in nanoseconds.
 */
final class Breaker {
    static final int FAILURES = 3;

    private final long pauseNanos;
    private int failures;
    private long nextAttempt;

    Breaker(Duration pause) {
        this.pauseNanos = pause.toNanos();
    }

    synchronized boolean mayTry(long now) {
        if (failures < FAILURES) {
            return true;
        }
        if (now - nextAttempt < 0) {
            return false;
        }
        nextAttempt = now + pauseNanos;
        return true;
    }

    synchronized void worked() {
        failures = 0;
    }

    synchronized void failed(long now) {
        failures = Math.min(failures + 1, FAILURES);
        nextAttempt = now + pauseNanos;
    }
}
