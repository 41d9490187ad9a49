package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands for each purpose; a purpose that is missing was never answered. */
public record Answers(Map<Purpose, StandingAnswer> byPurpose) {
    public static final Answers NONE = new Answers(Map.of());

    private static final Comparator<StandingAnswer> LATEST =
            Comparator.comparing(StandingAnswer::at);
    private static final Comparator<StandingAnswer> WEAKEST =
            Comparator.comparing((StandingAnswer one) -> one.answer() == Answer.LAPSED)
                    .thenComparing(LATEST);
    private static final Comparator<StandingAnswer> STRONGEST =
            Comparator.comparing((StandingAnswer one) -> one.answer() == Answer.OBJECTED)
                    .thenComparing(LATEST);

    public Answers {
        byPurpose = Map.copyOf(byPurpose);
    }

    public Optional<StandingAnswer> to(Purpose purpose) {
        return Optional.ofNullable(byPurpose.get(purpose));
    }

    /** All that is allowed. */
    public Set<Purpose> grants() {
        return byPurpose.keySet().stream().filter(this::grant).collect(Collectors.toSet());
    }

    public boolean grant(Purpose purpose) {
        return to(purpose).filter(standing -> standing.answer().isGrant()).isPresent();
    }

    /** Nothing was said of it, or nothing that still counts. */
    public boolean isUnanswered(Purpose purpose) {
        return to(purpose).filter(standing -> standing.answer() != Answer.LAPSED).isEmpty();
    }

    /** What stands after it. */
    public Answers after(Change change, Instant recordedAt) {
        var next = new HashMap<>(byPurpose);
        next.putAll(change.appliedTo(this, recordedAt));
        return new Answers(next);
    }

    /**
     * What several identities of one caller allow together: granted is what all of them grant,
     * refused what any of them refuses, lapsed what else all of them once granted; the rest is
     * unanswered.
     */
    public static Answers together(Collection<Answers> all) {
        Set<Purpose> purposes =
                all.stream()
                        .flatMap(own -> own.byPurpose.keySet().stream())
                        .collect(Collectors.toSet());
        var common = new HashMap<Purpose, StandingAnswer>();
        for (Purpose purpose : purposes) {
            List<StandingAnswer> given =
                    all.stream()
                            .map(own -> own.byPurpose.get(purpose))
                            .filter(Objects::nonNull)
                            .toList();
            Optional<StandingAnswer> no =
                    given.stream().filter(one -> one.answer().isNo()).max(STRONGEST);
            if (no.isPresent()) {
                common.put(purpose, no.get());
            } else if (given.size() == all.size()) {
                given.stream().max(WEAKEST).ifPresent(yes -> common.put(purpose, yes));
            }
        }
        return new Answers(common);
    }
}
