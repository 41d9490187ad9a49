package io.tact.profile.trait;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Which of several values counts: the strongest class; within it the latest by the time of the
 * event; of two at the same time the one with the higher message id.
 */
public final class WinningTraits {
    private static final Comparator<KnownTrait> STRONGEST =
            Comparator.comparing(KnownTrait::valueClass, Comparator.reverseOrder())
                    .thenComparing(KnownTrait::at)
                    .thenComparing(KnownTrait::messageId);

    private WinningTraits() {}

    /** By name. */
    public static Map<String, KnownTrait> of(Collection<KnownTrait> known) {
        Map<String, KnownTrait> winning = new TreeMap<>();
        known.forEach(trait -> winning.merge(trait.name(), trait, BinaryOperator.maxBy(STRONGEST)));
        return winning;
    }

    /** Why the winning one does: by what it differs from the best of the others of its name. */
    public static Why why(KnownTrait winning, Collection<KnownTrait> known) {
        return known.stream()
                .filter(other -> other.name().equals(winning.name()) && !other.equals(winning))
                .max(STRONGEST)
                .map(other -> why(winning, other))
                .orElse(Why.ONLY);
    }

    private static Why why(KnownTrait winning, KnownTrait other) {
        if (winning.valueClass() != other.valueClass()) {
            return Why.STRONGER;
        }
        return winning.at().equals(other.at()) ? Why.MESSAGE_ID : Why.LATEST;
    }
}
