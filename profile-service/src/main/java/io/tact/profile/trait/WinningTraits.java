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
}
