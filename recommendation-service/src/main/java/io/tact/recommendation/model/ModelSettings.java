package io.tact.recommendation.model;

import io.tact.recommendation.complement.ComplementSettings;
import io.tact.recommendation.popularity.PopularitySettings;
import io.tact.recommendation.session.NeighbourSettings;

/** How a model is made. */
public record ModelSettings(
        NeighbourSettings sessions, ComplementSettings complements, PopularitySettings popularity) {
    public static final ModelSettings DEFAULTS =
            new ModelSettings(
                    NeighbourSettings.DEFAULTS,
                    ComplementSettings.DEFAULTS,
                    PopularitySettings.DEFAULTS);
}
