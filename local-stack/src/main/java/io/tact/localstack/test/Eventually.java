package io.tact.localstack.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * For what takes its time to arrive: asks again until the answer is as expected. The bound is there
 * so that a test ends; it is generous, since how long something takes is a benchmark's question.
 */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /**
     * @param awaited what is waited for, as it stands in the error if it never comes
     */
    public static <T> T get(String awaited, Supplier<T> question, Predicate<T> expected) {
        return get(awaited, question, expected, PATIENCE);
    }

    /** For what takes its time, such as the round of a broker's cleaner. */
    public static <T> T get(
            String awaited, Supplier<T> question, Predicate<T> expected, Duration patience) {
        long began = System.nanoTime();
        T answer = question.get();
        while (!expected.test(answer)) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new AssertionError(
                        "Waited %d s for: %s. Last: %s"
                                .formatted(patience.toSeconds(), awaited, answer));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }

    /**
     * @param awaited as it stands in the error if it never comes
     */
    public static void holds(String awaited, BooleanSupplier condition) {
        get(awaited, condition::getAsBoolean, holds -> holds);
    }
}
