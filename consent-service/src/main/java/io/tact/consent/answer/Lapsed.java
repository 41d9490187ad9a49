package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A yes that counts no more, though nobody took it back. */
public record Lapsed(Set<Purpose> purposes, Reason reason) implements Change {
    /** Why it does not. */
    public enum Reason {
        /** A newer notice says more than the person agreed to. */
        NOTICE,
        /** The purpose's time is over. */
        RETENTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Lapsed {
        purposes = Set.copyOf(purposes);
    }

    @Override
    public Map<Purpose, StandingAnswer> appliedTo(Answers standing, Instant recordedAt) {
        return purposes.stream()
                .filter(standing::grant)
                .collect(
                        Collectors.toMap(
                                purpose -> purpose,
                                purpose -> new StandingAnswer(Answer.LAPSED, recordedAt)));
    }
}
