package io.tact.evaluate;

import io.tact.recommendation.ranking.Best;
import java.util.List;
import java.util.function.IntPredicate;

/** The same for everybody, but for what may not stand beside this item. */
final class MostFrequent implements Suggesting {
    private final int[] frequency;
    private final Beside beside;

    /** Which items may be shown beside one. */
    interface Beside {
        IntPredicate of(int item);
    }

    MostFrequent(int[] frequency, Beside beside) {
        this.frequency = frequency.clone();
        this.beside = beside;
    }

    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public List<Suggestion> suggest(int[] context, int most) {
        IntPredicate wanted = beside.of(context[context.length - 1]);
        var best = new Best(most);
        for (int item = 0; item < frequency.length; item++) {
            if (frequency[item] > 0 && wanted.test(item)) {
                best.offer(item, frequency[item]);
            }
        }
        return best.list().stream()
                .map(one -> new Suggestion(one.item(), one.score(), name()))
                .toList();
    }
}
