package io.tact.recommendation.session;

/**
 * How far a session looks around.
 *
 * @param sample how many of the most recent sessions with an item in common are looked at
 * @param neighbours how many of the most alike of them are kept
 * @param longest how many of the last clicks of the evolving session count
 * @param clickDecay a click counts exp(−steps before the last one / clickDecay)
 * @param placeDecay an item of a neighbour counts exp(−steps from the item in common / placeDecay)
 * @param ageDecayDays a neighbour counts exp(−days before the newest session / ageDecayDays)
 */
public record NeighbourSettings(
        int sample,
        int neighbours,
        int longest,
        double clickDecay,
        double placeDecay,
        double ageDecayDays) {

    /** Chosen on three cuts of Serenade's example training set. */
    public static final NeighbourSettings DEFAULTS =
            new NeighbourSettings(1_000, 500, 10, 1.5, 0.7, 60);

    public NeighbourSettings {
        if (sample < 1 || neighbours < 1 || longest < 1) {
            throw new IllegalArgumentException(
                    "At least one session, neighbour and click, not %d, %d, %d"
                            .formatted(sample, neighbours, longest));
        }
        if (!(isDecay(clickDecay) && isDecay(placeDecay) && isDecay(ageDecayDays))) {
            throw new IllegalArgumentException(
                    "Decays are above 0 and at most a year, not %s, %s, %s"
                            .formatted(clickDecay, placeDecay, ageDecayDays));
        }
    }

    private static boolean isDecay(double length) {
        return length > 0 && length <= 366;
    }
}
