package io.tact.proof.audit;

import java.util.OptionalLong;

/**
 * Something that is not as it should be.
 *
 * @param what the row or the rule
 * @param index of the entry that is bad; empty where the row has no index, or where it cannot be
 *     told which entry it is
 */
public record Finding(String what, OptionalLong index, String expected, String actual) {
    @Override
    public String toString() {
        return (index.isPresent() ? "index " + index.getAsLong() + ": " : "")
                + what
                + ": expected "
                + expected
                + ", found "
                + actual;
    }
}
