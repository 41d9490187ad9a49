package io.tact.localstack.world;

import java.util.List;

/**
 * One kind of product.
 *
 * @param appeal how many shoppers come for it, relative to the other kinds
 * @param stapleShare the share of all baskets in which it lies, whatever else they hold; 0 for most
 *     kinds
 */
public record Kind(
        String name,
        String category,
        PriceRange price,
        double appeal,
        boolean consumable,
        double stapleShare,
        List<Variant> variants,
        List<Model> models,
        List<Complement> complements) {

    public boolean staple() {
        return stapleShare > 0;
    }

    /** Whole euros. */
    public record PriceRange(int from, int to) {
        public PriceRange {
            if (from < 1 || to <= from) {
                throw new IllegalArgumentException("price range: %d-%d".formatted(from, to));
            }
        }
    }
}
