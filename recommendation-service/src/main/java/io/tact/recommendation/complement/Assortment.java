package io.tact.recommendation.complement;

import java.util.Arrays;

/**
 * What must differ between an item and its complements, and between these.
 *
 * @param products a number for each item: the same for the variants of one product, counted from 0
 * @param types a number for each product: its type
 */
public record Assortment(int[] products, int[] types) {
    public Assortment {
        for (int product : products) {
            if (product < 0 || product >= types.length) {
                throw new IllegalArgumentException("Product %d has no type".formatted(product));
            }
        }
    }

    /** The same basket with products instead of items, each once. */
    Basket products(Basket basket) {
        int[] bought =
                Arrays.stream(basket.items()).map(item -> products[item]).distinct().toArray();
        return new Basket(bought, basket.day());
    }
}
