package io.tact.recommendation.complement;

import java.util.function.IntPredicate;

/**
 * A product that goes with an item.
 *
 * @param variants its items' places in the catalogue, what was bought with this very item first
 * @param share how much of the baskets with the one product hold this one too, recent baskets
 *     counting more: between 0 and 1
 * @param together how many baskets hold both
 */
public record Complement(int[] variants, double share, int together) {
    /** No variant is wanted. */
    public static final int NONE = -1;

    /** The first variant that may be shown, or {@link #NONE}. */
    public int first(IntPredicate wanted) {
        for (int variant : variants) {
            if (wanted.test(variant)) {
                return variant;
            }
        }
        return NONE;
    }
}
