package io.tact.frequency.reservation;

import io.tact.frequency.cap.ImpressionId;
import java.util.Optional;

/**
 * The id of a reservation as callers see it: one letter for the log that it stands in, and the id
 * of the impression. It is only worth something together with its subject's credentials.
 */
public record ReservationId(Log log, long impression) {
    /** Where it stands. */
    public enum Log {
        PERSON('p'),
        SESSION('s');

        private final char letter;

        Log(char letter) {
            this.letter = letter;
        }
    }

    /** Empty for what was never given out. */
    public static Optional<ReservationId> parse(String text) {
        if (!text.matches("[ps][A-Za-z0-9_-]{11}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ReservationId(
                            text.charAt(0) == 'p' ? Log.PERSON : Log.SESSION,
                            ImpressionId.parse(text.substring(1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    public String text() {
        return log.letter + ImpressionId.text(impression);
    }
}
