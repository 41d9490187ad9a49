package io.tact.frequency.cap;

import java.util.OptionalLong;

/**
 * Nothing of this label any more.
 *
 * @param reason {@code bought} or {@code not-interested}
 * @param until in milliseconds since 1970; empty for ever
 */
public record Stop(Label label, String reason, OptionalLong until) {
    public boolean holdsAt(long now) {
        return until.isEmpty() || now < until.getAsLong();
    }
}
