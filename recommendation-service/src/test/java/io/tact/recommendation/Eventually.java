package io.tact.recommendation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what travels over Kafka: asks again until the answer is as expected, within a bound. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Eventually() {}

    /**
     * @param awaited as it stands in the error if it never comes
     */
    public static <T> T get(String awaited, Supplier<T> question, Predicate<T> expected) {
        long began = System.nanoTime();
        T answer = question.get();
        while (!expected.test(answer)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError("Waited for " + awaited + ". Last: " + answer);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = question.get();
        }
        return answer;
    }
}
