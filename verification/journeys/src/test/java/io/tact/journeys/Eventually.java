package io.tact.journeys;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what travels over Kafka: asks again until the answer is as expected, within a bound. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /**
     * @param awaited what is waited for, as it stands in the error if it never comes
     */
    static <T> T get(String awaited, Supplier<T> question, Predicate<T> expected) {
        long began = System.nanoTime();
        T answer = question.get();
        while (!expected.test(answer)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError(
                        "Waited "
                                + PATIENCE.toSeconds()
                                + " s for: "
                                + awaited
                                + ". Last: "
                                + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
