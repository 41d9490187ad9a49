package io.tact.recommendation.complement;

import java.util.Arrays;

/** Counts what lies in the baskets of one item. */
final class Tally {
    private final int[] together;
    private final double[] weight;
    private int[] found = new int[64];
    private int size;

    /**
     * @param weights how much each basket counts
     */
    Tally(int item, Baskets baskets, double[] weights) {
        together = new int[baskets.items()];
        weight = new double[baskets.items()];
        int last = baskets.firstBasket(item) + baskets.countOf(item);
        for (int at = baskets.firstBasket(item); at < last; at++) {
            int basket = baskets.basket(at);
            int end = baskets.firstItem(basket + 1);
            for (int place = baskets.firstItem(basket); place < end; place++) {
                add(baskets.item(place), weights[basket]);
            }
        }
    }

    private void add(int item, double counts) {
        if (together[item] == 0) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = item;
        }
        together[item]++;
        weight[item] += counts;
    }

    /** Whatever was in a basket with it, the item itself as well. */
    int[] found() {
        return Arrays.copyOf(found, size);
    }

    int together(int item) {
        return together[item];
    }

    double weight(int item) {
        return weight[item];
    }
}
