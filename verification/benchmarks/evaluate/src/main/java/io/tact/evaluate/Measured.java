package io.tact.evaluate;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The sums over all queries, by the session or the basket that they are of: queries of one are not
 * independent, so that is what is drawn again for the intervals.
 */
final class Measured {
    private static final int DRAWS = 1_000;

    /**
     * @param queries that could be answered rightly at all
     * @param hits of these, with a right answer in the list
     * @param reciprocal the sum of 1 / rank of the first right answer
     * @param gain the sum of the normalised discounted gains
     * @param slots of all queries, those without a possible right answer too
     * @param filled slots that held an item
     * @param alike filled slots with an item of the same kind as the query
     */
    record Sums(
            int queries,
            int hits,
            double reciprocal,
            double gain,
            int slots,
            int filled,
            int alike) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    queries + other.queries,
                    hits + other.hits,
                    reciprocal + other.reciprocal,
                    gain + other.gain,
                    slots + other.slots,
                    filled + other.filled,
                    alike + other.alike);
        }

        double hitRate() {
            return ratio(hits, queries);
        }

        double meanReciprocalRank() {
            return ratio(reciprocal, queries);
        }

        double meanGain() {
            return ratio(gain, queries);
        }

        double fillRate() {
            return ratio(filled, slots);
        }

        double alikeShare() {
            return ratio(alike, filled);
        }

        private static double ratio(double part, int whole) {
            return whole == 0 ? 0 : part / whole;
        }
    }

    /** A value, and where 95 of 100 values of files like this one would lie. */
    record Interval(double value, double low, double high) {
        @Override
        public String toString() {
            return "%.4f [%.4f, %.4f]".formatted(value, low, high);
        }
    }

    private final String name;
    private final Sums[] units;
    private final double coverage;
    private final double popularity;
    private final long seed;

    /**
     * @param units a sum for each session or basket
     * @param coverage how much of what could be shown was shown to anybody
     * @param popularity how often the mean shown item is in the training file, the most frequent
     *     one being 1
     */
    Measured(String name, Sums[] units, double coverage, double popularity, long seed) {
        this.name = name;
        this.units = units.clone();
        this.coverage = coverage;
        this.popularity = popularity;
        this.seed = seed;
    }

    String name() {
        return name;
    }

    Sums sums() {
        return Arrays.stream(units).reduce(Sums.NONE, Sums::plus);
    }

    double coverage() {
        return coverage;
    }

    double popularity() {
        return popularity;
    }

    /** SessionFile or baskets are drawn with replacement, so many as there are. */
    Interval interval(ToDoubleFunction<Sums> measure) {
        var random = new Random(seed);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn[draw] = measure.applyAsDouble(drawnAgain(random));
        }
        Arrays.sort(drawn);
        return new Interval(
                measure.applyAsDouble(sums()),
                drawn[DRAWS * 25 / 1_000],
                drawn[DRAWS * 975 / 1_000 - 1]);
    }

    private Sums drawnAgain(Random random) {
        int queries = 0;
        int hits = 0;
        double reciprocal = 0;
        double gain = 0;
        int slots = 0;
        int filled = 0;
        int alike = 0;
        for (int place = 0; place < units.length; place++) {
            Sums unit = units[random.nextInt(units.length)];
            queries += unit.queries;
            hits += unit.hits;
            reciprocal += unit.reciprocal;
            gain += unit.gain;
            slots += unit.slots;
            filled += unit.filled;
            alike += unit.alike;
        }
        return new Sums(queries, hits, reciprocal, gain, slots, filled, alike);
    }
}
