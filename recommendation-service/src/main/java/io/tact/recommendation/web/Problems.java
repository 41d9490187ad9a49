package io.tact.recommendation.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** Problems as RFC 9457 has them. Their types are stable and stand in {@code docs/problems.md}. */
public final class Problems {
    private static final String TYPES = "https://tact.dev/problems/";

    private Problems() {}

    public static HttpProblem itemUnknown() {
        return of(
                404, "item-unknown", "Unknown to the catalogue", "The catalogue has no such item.");
    }

    public static HttpProblem limitOutOfRange(int most, int limit) {
        return of(
                422,
                "limit-out-of-range",
                "The list cannot be that long",
                "limit is from 1 to %d, not %d.".formatted(most, limit));
    }

    public static HttpProblem of(int status, String slug, String title, String detail) {
        return builder(status, slug, title, detail).build();
    }

    public static HttpProblem.Builder builder(
            int status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + slug))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }
}
