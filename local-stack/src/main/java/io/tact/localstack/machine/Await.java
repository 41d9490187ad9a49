package io.tact.localstack.machine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do, and cannot tell us. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    /** True as soon as the condition holds; false when it has not within the patience. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        return until(patience, PAUSE, condition);
    }

    /** With a longer pause, for conditions that are costly to ask. */
    public static boolean until(Duration patience, Duration pause, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return true;
    }
}
