package io.tact.evaluate;

import io.tact.evaluate.Measured.Sums;
import io.tact.recommendation.complement.Basket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * For each item of a basket the others of another kind. A query without one has no right answer and
 * is not counted.
 */
final class BasketEvaluation {
    static final int AMONG = 10;
    private static final int SMALLEST = 2;
    private static final int LARGEST = 60;

    private final List<Basket> baskets;
    private final int[] frequency;
    private final Kinds kinds;
    private final Lists lists;
    private final long seed;

    BasketEvaluation(List<Basket> test, int[] frequency, Kinds kinds, Lists lists, long seed) {
        this.baskets =
                test.stream()
                        .filter(one -> one.items().length >= SMALLEST)
                        .filter(one -> one.items().length <= LARGEST)
                        .toList();
        this.frequency = frequency.clone();
        this.kinds = kinds;
        this.lists = lists;
        this.seed = seed;
    }

    int baskets() {
        return baskets.size();
    }

    Measured measure(Suggesting suggesting) {
        var shown = new Shown(frequency);
        var known = new HashMap<Integer, List<Suggestion>>();
        IntFunction<List<Suggestion>> beside =
                item ->
                        known.computeIfAbsent(
                                item, asked -> suggesting.suggest(new int[] {asked}, AMONG));
        Sums[] units =
                baskets.stream()
                        .map(basket -> measure(suggesting.name(), beside, basket, shown))
                        .toArray(Sums[]::new);
        return new Measured(suggesting.name(), units, shown.coverage(), shown.popularity(), seed);
    }

    private Sums measure(
            String name, IntFunction<List<Suggestion>> beside, Basket basket, Shown shown) {
        Sums sums = Sums.NONE;
        for (int item : basket.items()) {
            List<Suggestion> list = beside.apply(item);
            lists.add(name, item, list);
            Set<Integer> right = ofAnotherKind(basket, item);
            if (!right.isEmpty()) {
                shown.add(list);
                sums = sums.plus(measured(item, list, right));
            }
        }
        return sums;
    }

    private Sums measured(int item, List<Suggestion> list, Set<Integer> right) {
        int rank = Ranks.first(list, right);
        int alike = (int) list.stream().filter(one -> kinds.areAlike(one.item(), item)).count();
        return new Sums(
                1,
                rank > 0 ? 1 : 0,
                rank > 0 ? 1.0 / rank : 0,
                Ranks.gain(list, right, AMONG),
                AMONG,
                list.size(),
                alike);
    }

    private Set<Integer> ofAnotherKind(Basket basket, int item) {
        return Arrays.stream(basket.items())
                .filter(other -> !kinds.areAlike(other, item))
                .boxed()
                .collect(Collectors.toSet());
    }
}
