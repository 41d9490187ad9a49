package io.tact.crash.events;

import io.tact.localstack.test.Eventually;
import java.time.Duration;

/** One client that sends events under message ids of one prefix, numbered from 1. */
interface Sender extends AutoCloseable {
    /** The longest outage, and then the longest that a client waits before it tries again. */
    Duration PATIENCE = Duration.ofMinutes(3);

    String prefix();

    /** Begins so many more. */
    void send(int events);

    /** How many were begun. */
    int begun();

    /** How many its client takes for delivered. */
    int acknowledged();

    /**
     * @throws AssertionError if the client gave up on something
     */
    void demandNoTrouble();

    default void await() {
        Eventually.get(
                prefix() + ": all " + begun() + " are acknowledged",
                () -> {
                    demandNoTrouble();
                    return acknowledged();
                },
                count -> count == begun(),
                PATIENCE);
    }

    @Override
    void close();
}
