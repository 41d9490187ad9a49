package io.tact.recommendation.catalogue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;

/** What is asked of the catalogue and cannot be had. */
public final class CatalogueProblem {
    private CatalogueProblem() {}

    public static HttpProblem itemUnknown() {
        return Problems.of(
                404, "item-unknown", "Unknown to the catalogue", "The catalogue has no such item.");
    }

    public static HttpProblem limitOutOfRange(int most, int limit) {
        return Problems.of(
                422,
                "limit-out-of-range",
                "The list cannot be that long",
                "limit is from 1 to %d, not %d.".formatted(most, limit));
    }
}
