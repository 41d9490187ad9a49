package io.tact.profile.computed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a definition looks at.
 *
 * @param match CEL over {@code event}: whether an event counts
 * @param of CEL over {@code event}: its value, where one is taken
 * @param days how many days of UTC it looks back, today among them; absent for all
 */
public record Over(String match, Take take, @Nullable String of, @Nullable Integer days) {
    private static final int LONGEST = 3_650;

    public Over {
        if (take.needsValue() != (of != null)) {
            throw new IllegalArgumentException(
                    take.needsValue()
                            ? take.wire() + " takes a value of each event: say it in of"
                            : take.wire() + " takes no value: leave out of");
        }
        if (days != null && (days < 1 || days > LONGEST)) {
            throw new IllegalArgumentException("days is a number from 1 to " + LONGEST);
        }
    }

    boolean reaches(LocalDate day, LocalDate today) {
        return days == null || day.isAfter(today.minusDays(days));
    }
}
