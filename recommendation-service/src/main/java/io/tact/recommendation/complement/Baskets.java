package io.tact.recommendation.complement;

import java.util.Arrays;
import java.util.List;

/**
 * All baskets, and for each item those that hold it: immutable rows in one array each, row n from
 * {@code starts[n]} to {@code starts[n + 1]}.
 */
public final class Baskets {
    private final int[] itemStarts;
    private final int[] items;
    private final int[] days;
    private final int[] basketStarts;
    private final int[] baskets;

    private Baskets(int[] itemStarts, int[] items, int[] days, int[] basketStarts, int[] baskets) {
        this.itemStarts = itemStarts;
        this.items = items;
        this.days = days;
        this.basketStarts = basketStarts;
        this.baskets = baskets;
    }

    /**
     * @param oldestFirst by time
     * @param count how many items there are; every item of a basket is below it
     * @param most of a larger basket only the first so many items count: who buys everything tells
     *     nothing about what goes together
     */
    public static Baskets of(List<Basket> oldestFirst, int count, int most) {
        int size = oldestFirst.size();
        int[] itemStarts = new int[size + 1];
        int[] days = new int[size];
        for (int basket = 0; basket < size; basket++) {
            int length = Math.min(most, oldestFirst.get(basket).items().length);
            itemStarts[basket + 1] = itemStarts[basket] + length;
            days[basket] = oldestFirst.get(basket).day();
        }
        int[] items = new int[itemStarts[size]];
        int[] basketStarts = new int[count + 1];
        for (int basket = 0; basket < size; basket++) {
            int length = itemStarts[basket + 1] - itemStarts[basket];
            System.arraycopy(oldestFirst.get(basket).items(), 0, items, itemStarts[basket], length);
        }
        for (int item : items) {
            basketStarts[item + 1]++;
        }
        Arrays.parallelPrefix(basketStarts, Integer::sum);
        int[] next = Arrays.copyOf(basketStarts, count);
        int[] baskets = new int[items.length];
        for (int basket = 0; basket < size; basket++) {
            for (int at = itemStarts[basket]; at < itemStarts[basket + 1]; at++) {
                baskets[next[items[at]]++] = basket;
            }
        }
        return new Baskets(itemStarts, items, days, basketStarts, baskets);
    }

    public int count() {
        return days.length;
    }

    int items() {
        return basketStarts.length - 1;
    }

    /** In how many baskets an item lies. */
    public int countOf(int item) {
        return basketStarts[item + 1] - basketStarts[item];
    }

    int firstBasket(int item) {
        return basketStarts[item];
    }

    int basket(int at) {
        return baskets[at];
    }

    int firstItem(int basket) {
        return itemStarts[basket];
    }

    int item(int at) {
        return items[at];
    }

    /** How much each basket counts: the newest 1, half as much after each half-life. */
    double[] weights(double halfLifeDays) {
        double[] weights = new double[days.length];
        for (int basket = 0; basket < days.length; basket++) {
            weights[basket] = Math.pow(0.5, (days[days.length - 1] - days[basket]) / halfLifeDays);
        }
        return weights;
    }
}
