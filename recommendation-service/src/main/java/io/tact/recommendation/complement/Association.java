package io.tact.recommendation.complement;

/**
 * How two items relate over all baskets.
 *
 * @param together baskets with both
 * @param one baskets with the one
 * @param other baskets with the other
 * @param all baskets
 */
record Association(long together, long one, long other, long all) {
    Association {
        if (together < 0 || together > Math.min(one, other) || one + other - together > all) {
            throw new IllegalArgumentException(
                    "Not possible: %d together of %d and %d in %d"
                            .formatted(together, one, other, all));
        }
    }

    /** How many times more often together than by chance; 1 is chance. */
    double lift() {
        return one == 0 || other == 0 ? 0 : (double) together * all / ((double) one * other);
    }

    /**
     * Dunning's G² of the two-by-two table ("Accurate Methods for the Statistics of Surprise and
     * Coincidence", 1993): 0 for independence, 10.83 once in a thousand tables by chance.
     */
    double logLikelihoodRatio() {
        long onlyOne = one - together;
        long onlyOther = other - together;
        long neither = all - one - other + together;
        double rows = entropy(one) + entropy(all - one);
        double columns = entropy(other) + entropy(all - other);
        double cells = entropy(together) + entropy(onlyOne) + entropy(onlyOther) + entropy(neither);
        return Math.max(0, 2 * (cells - rows - columns + entropy(all)));
    }

    private static double entropy(long count) {
        return count == 0 ? 0 : count * Math.log(count);
    }
}
