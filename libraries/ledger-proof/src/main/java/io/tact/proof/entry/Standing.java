package io.tact.proof.entry;

import java.time.Instant;

/**
 * What holds for one purpose.
 *
 * @param answer the word for it, such as {@code granted}
 * @param at from when it counts
 */
public record Standing(String answer, Instant at) {
    @Override
    public String toString() {
        return answer + " " + at;
    }
}
