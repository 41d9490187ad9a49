package io.tact.recommendation.complement;

/**
 * When something goes with something.
 *
 * @param significance the least log-likelihood ratio; 10.83 is too weak for the square of a
 *     catalogue's size of tests
 * @param lift how many times more often together than by chance, at least
 * @param largestBasket items of one basket that count
 * @param halfLifeDays after so many days a basket counts half in the ranking; not in the
 *     significance
 * @param most entries of one list
 */
public record ComplementSettings(
        double significance, double lift, int largestBasket, double halfLifeDays, int most) {

    public static final ComplementSettings DEFAULTS = new ComplementSettings(24, 1.2, 60, 45, 100);

    public ComplementSettings {
        if (!(significance > 0 && lift >= 1 && halfLifeDays > 0)) {
            throw new IllegalArgumentException(
                    "Significance and half-life are above 0 and lift is at least 1, not %s, %s, %s"
                            .formatted(significance, halfLifeDays, lift));
        }
        if (largestBasket < 2 || most < 1) {
            throw new IllegalArgumentException(
                    "A basket has room for 2 and a list for 1, not %d and %d"
                            .formatted(largestBasket, most));
        }
    }
}
