package io.tact.recommendation.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * Keeps the best few of what is offered: a heap with the worst of them on top, in two arrays that
 * never grow.
 */
public final class Best {
    private final int[] items;
    private final double[] scores;
    private int size;

    /**
     * @param most how many are kept, at least 1
     */
    public Best(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one is kept, not " + most);
        }
        items = new int[most];
        scores = new double[most];
    }

    /** Whether an offer would be kept. */
    public boolean wants(int item, double score) {
        return size < items.length || isBetter(item, score, items[0], scores[0]);
    }

    /** Offers an item; it may be offered once. */
    public void offer(int item, double score) {
        if (size < items.length) {
            rise(size++, item, score);
        } else if (isBetter(item, score, items[0], scores[0])) {
            sink(item, score);
        }
    }

    /** Best first. */
    public List<Ranked> list() {
        var ranked = new Ranked[size];
        for (int place = 0; place < size; place++) {
            ranked[place] = new Ranked(items[place], scores[place]);
        }
        Arrays.sort(
                ranked,
                (one, other) ->
                        isBetter(one.item(), one.score(), other.item(), other.score()) ? -1 : 1);
        return List.of(ranked);
    }

    /** The kept items in no particular, but always the same order. */
    public int item(int place) {
        return items[place];
    }

    /** Of the item at the same place. */
    public double score(int place) {
        return scores[place];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    private static boolean isBetter(int item, double score, int than, double thanScore) {
        return score > thanScore || (score == thanScore && item < than);
    }

    private void rise(int from, int item, double score) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isBetter(items[parent], scores[parent], item, score)) {
                break;
            }
            items[place] = items[parent];
            scores[place] = scores[parent];
            place = parent;
        }
        items[place] = item;
        scores[place] = score;
    }

    private void sink(int item, double score) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size
                    && isBetter(items[child], scores[child], items[child + 1], scores[child + 1])) {
                child++;
            }
            if (isBetter(items[child], scores[child], item, score)) {
                break;
            }
            items[place] = items[child];
            scores[place] = scores[child];
            place = child;
        }
        items[place] = item;
        scores[place] = score;
    }
}
