package io.tact.frequency.cap;

import java.time.DateTimeException;
import java.time.Duration;

/** How far back a rule counts. */
public sealed interface Window {
    /** The last so many milliseconds: an impression at t counts while t &gt; now − length. */
    record Rolling(Duration length) implements Window {
        private static final Duration LONGEST = Duration.ofDays(400);

        public Rolling {
            if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "A rolling window lasts from PT1S to P400D, not " + length);
            }
        }

        @Override
        public String toString() {
            return length.equals(Duration.ofDays(length.toDays()))
                    ? "P" + length.toDays() + "D"
                    : length.toString();
        }
    }

    /** All there ever was. */
    record Lifetime() implements Window {
        @Override
        public String toString() {
            return "lifetime";
        }
    }

    /** The visit that is going on, see {@link Sitting}. */
    record Session() implements Window {
        @Override
        public String toString() {
            return "session";
        }
    }

    /**
     * @param text {@code lifetime}, {@code session} or an ISO 8601 duration of days, hours, minutes
     *     and seconds
     */
    static Window parse(String text) {
        return switch (text) {
            case "lifetime" -> new Lifetime();
            case "session" -> new Session();
            default -> rolling(text);
        };
    }

    private static Window rolling(String text) {
        try {
            return new Rolling(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new IllegalArgumentException(
                    "A window is 'lifetime', 'session' or a duration such as P1D or PT30M, not '"
                            + text
                            + "'",
                    unreadable);
        }
    }
}
