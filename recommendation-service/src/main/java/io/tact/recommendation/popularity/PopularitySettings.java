package io.tact.recommendation.popularity;

/**
 * @param halfLifeDays after so many days a view or order counts half
 * @param viewsOfAnOrder how many views an ordered item counts
 */
public record PopularitySettings(double halfLifeDays, int viewsOfAnOrder) {
    public static final PopularitySettings DEFAULTS = new PopularitySettings(14, 10);

    public PopularitySettings {
        if (!(halfLifeDays > 0) || viewsOfAnOrder < 1) {
            throw new IllegalArgumentException(
                    "Half-life is above 0 and an order counts at least one view, not %s and %d"
                            .formatted(halfLifeDays, viewsOfAnOrder));
        }
    }
}
