package io.tact.recommendation.log;

import java.io.IOException;
import java.time.Instant;

/** What the records of one topic mean. One thread at a time. */
interface Topic {
    /** Without the installation's prefix. */
    String name();

    /**
     * @param recordedAt by its owner
     * @throws IOException if the value is not understood
     * @throws IllegalArgumentException if the key or a value in it is not understood
     */
    void read(String key, byte[] value, Instant recordedAt) throws IOException;

    /** A tombstone. */
    void remove(String key);

    /** A record that was not understood: the most careful meaning it can have. */
    default void refuse(String key) {}
}
