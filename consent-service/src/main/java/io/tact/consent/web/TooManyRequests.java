package io.tact.consent.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;
import java.time.Duration;

/** 429: this caller's own rate, see {@link Rate}. */
public final class TooManyRequests {
    private TooManyRequests() {}

    public static HttpProblem problem(Duration retryAfter, String detail) {
        return Problems.builder(429, "too-many-requests", "Too many requests", detail)
                .withHeader("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }
}
