package io.tact.localstack.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts what lies in baskets together, by kind or by product: the plain statistics that every
 * recommender starts from.
 */
final class Baskets {
    private final Map<String, Integer> single = new HashMap<>();
    private final Map<List<String>, Integer> together = new HashMap<>();
    private int baskets;

    static Baskets of(DemoWorld world, Function<Product, String> name) {
        Baskets counted = new Baskets();
        for (Visit visit : world.visits()) {
            if (visit.order() != null) {
                counted.add(
                        visit.order().lines().stream()
                                .map(line -> name.apply(line.product()))
                                .collect(Collectors.toSet()));
            }
        }
        return counted;
    }

    private void add(Set<String> basket) {
        baskets++;
        for (String one : basket) {
            single.merge(one, 1, Integer::sum);
            for (String other : basket) {
                together.merge(List.of(one, other), 1, Integer::sum);
            }
        }
    }

    int count() {
        return baskets;
    }

    int together(String one, String other) {
        return together.getOrDefault(List.of(one, other), 0);
    }

    /** How much more often than by chance; 1 is chance. */
    double lift(String one, String other) {
        return (double) together(one, other) * baskets / ((double) of(one) * of(other));
    }

    /** Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, 1993. */
    double logLikelihoodRatio(String one, String other) {
        long both = together(one, other);
        long onlyOne = of(one) - both;
        long onlyOther = of(other) - both;
        long neither = baskets - both - onlyOne - onlyOther;
        double rows = entropy(both + onlyOne, onlyOther + neither);
        double columns = entropy(both + onlyOther, onlyOne + neither);
        return 2 * (rows + columns - entropy(both, onlyOne, onlyOther, neither));
    }

    List<String> boughtWith(String one) {
        List<String> others = new ArrayList<>(single.keySet());
        others.removeIf(other -> other.equals(one) || together(one, other) == 0);
        others.sort((a, b) -> together(one, b) - together(one, a));
        return others;
    }

    private int of(String name) {
        return single.getOrDefault(name, 0);
    }

    private static double entropy(long... counts) {
        long sum = 0;
        double parts = 0;
        for (long count : counts) {
            sum += count;
            parts += count == 0 ? 0 : count * Math.log(count);
        }
        return sum * Math.log(sum) - parts;
    }
}
