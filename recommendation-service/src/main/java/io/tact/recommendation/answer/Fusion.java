package io.tact.recommendation.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One list of several whose scores cannot be compared: by ranks (reciprocal rank fusion; Cormack,
 * Clarke, Büttcher, SIGIR 2009). An item of two lists keeps the reason of the first.
 */
final class Fusion {
    private static final double SMOOTHING = 60;

    private Fusion() {}

    @SafeVarargs
    static List<Suggestion> of(List<Suggestion>... lists) {
        Map<Integer, Suggestion> first = new HashMap<>();
        Map<Integer, Double> scores = new HashMap<>();
        for (List<Suggestion> list : lists) {
            for (int rank = 0; rank < list.size(); rank++) {
                Suggestion one = list.get(rank);
                first.putIfAbsent(one.item(), one);
                scores.merge(one.item(), 1 / (SMOOTHING + rank + 1), Double::sum);
            }
        }
        return first.values().stream()
                .map(one -> one.scored(scores.getOrDefault(one.item(), 0.0)))
                .sorted(Suggestion.BEST_FIRST)
                .toList();
    }
}
