package io.tact.evaluate;

import io.tact.recommendation.complement.Basket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many baskets hold an item, and how many two. Who buys everything is left out. */
final class PairCounts {
    private static final int LARGEST = 60;

    private final List<Map<Integer, Integer>> together = new ArrayList<>();
    private final int[] frequency;
    private int baskets;

    /**
     * @param items every item of a basket is below this
     */
    PairCounts(List<Basket> train, int items) {
        frequency = new int[items];
        for (int item = 0; item < items; item++) {
            together.add(new HashMap<>());
        }
        train.stream().filter(one -> one.items().length <= LARGEST).forEach(this::count);
    }

    private void count(Basket basket) {
        baskets++;
        for (int one : basket.items()) {
            frequency[one]++;
            for (int other : basket.items()) {
                if (one != other) {
                    together.get(one).merge(other, 1, Integer::sum);
                }
            }
        }
    }

    /** With what an item lay in a basket, and in how many. */
    Map<Integer, Integer> beside(int item) {
        return together.get(item);
    }

    int of(int item) {
        return frequency[item];
    }

    int baskets() {
        return baskets;
    }
}
