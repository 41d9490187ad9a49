package io.tact.recommendation.popularity;

import io.tact.recommendation.ranking.Ranked;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All items that anybody wanted.
 *
 * @param ranked most wanted first; the best scores 1
 */
public record Popularity(List<Ranked> ranked) {
    /**
     * @param items how many there are; every item of an interest is below it
     */
    public static Popularity of(
            Interest views, Interest orders, int items, PopularitySettings settings) {
        double[] scores = new double[items];
        int newest = Math.max(views.newest(), orders.newest());
        orders.addTo(scores, settings.viewsOfAnOrder(), newest, settings.halfLifeDays());
        views.addTo(scores, 1, newest, settings.halfLifeDays());
        double highest = Arrays.stream(scores).max().orElse(0);
        return new Popularity(
                IntStream.range(0, items)
                        .filter(item -> scores[item] > 0)
                        .mapToObj(item -> new Ranked(item, scores[item] / highest))
                        .sorted(
                                Comparator.comparingDouble(Ranked::score)
                                        .reversed()
                                        .thenComparingInt(Ranked::item))
                        .toList());
    }
}
