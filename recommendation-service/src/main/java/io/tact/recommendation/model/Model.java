package io.tact.recommendation.model;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.complement.Complements;
import io.tact.recommendation.popularity.Popularity;
import io.tact.recommendation.session.SessionNeighbours;

/**
 * Everything an answer is made from, but the person. All places are those of its catalogue.
 *
 * @param version of what it knows
 */
public record Model(
        String version,
        Catalogue catalogue,
        SessionNeighbours neighbours,
        Complements complements,
        Popularity popularity) {}
