package io.tact.evaluate;

import io.tact.recommendation.ranking.Best;
import java.util.List;

/** What lay in the same baskets, by its count or by how surprising the count is. */
final class BoughtTogether implements Suggesting {
    private final String name;
    private final Score score;
    private final MostFrequent.Beside beside;
    private final PairCounts counts;

    /** How much a pair counts. */
    interface Score {
        double of(int together, int one, int other, int baskets);

        static double count(int together, int one, int other, int baskets) {
            return together;
        }

        /** Dunning's log-likelihood ratio; what is together less often than by chance counts 0. */
        static double logLikelihoodRatio(int together, int one, int other, int baskets) {
            if ((double) together * baskets <= (double) one * other) {
                return 0;
            }
            double cells =
                    entropy(together)
                            + entropy(one - together)
                            + entropy(other - together)
                            + entropy(baskets - one - other + together);
            double margins =
                    entropy(one)
                            + entropy(baskets - one)
                            + entropy(other)
                            + entropy(baskets - other);
            return 2 * (cells - margins + entropy(baskets));
        }

        private static double entropy(int count) {
            return count == 0 ? 0 : count * Math.log(count);
        }
    }

    BoughtTogether(String name, Score score, PairCounts counts, MostFrequent.Beside beside) {
        this.name = name;
        this.score = score;
        this.counts = counts;
        this.beside = beside;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Suggestion> suggest(int[] context, int most) {
        int item = context[context.length - 1];
        var wanted = beside.of(item);
        var best = new Best(most);
        counts.beside(item)
                .forEach(
                        (other, together) -> {
                            if (wanted.test(other)) {
                                best.offer(
                                        other,
                                        score.of(
                                                together,
                                                counts.of(item),
                                                counts.of(other),
                                                counts.baskets()));
                            }
                        });
        return best.list().stream()
                .filter(one -> one.score() > 0)
                .map(one -> new Suggestion(one.item(), one.score(), name))
                .toList();
    }
}
