package io.tact.frequency.cap;

import java.util.Set;

/**
 * Something that was shown, or is about to be.
 *
 * @param id see {@link ImpressionId}
 * @param session the {@link Sitting#mark} of the session that it was made in, 0 for none
 * @param pending reserved and not confirmed: it counts until {@link #EXPIRY} has passed
 * @param fleeting made without {@code marketing}: it counts in its session and nowhere else
 */
public record Impression(
        long id, Set<Label> labels, long session, boolean pending, boolean fleeting) {
    /** How long a reservation waits for its confirmation, in milliseconds. */
    public static final long EXPIRY = 60_000;

    /** When it was reserved, in milliseconds since 1970. */
    public long at() {
        return ImpressionId.millis(id);
    }

    public boolean countsAt(long now) {
        return !pending || now < at() + EXPIRY;
    }
}
