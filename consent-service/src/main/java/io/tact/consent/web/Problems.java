package io.tact.consent.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;

/** Problems as RFC 9457 has them. Their types are stable and stand in {@code docs/problems.md}. */
public final class Problems {
    public static final int BAD_REQUEST = 400;
    public static final int TOO_LARGE = 413;
    public static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private static final String TYPES = "https://tact.dev/problems/";

    private Problems() {}

    public static HttpProblem of(int status, String slug, String title, String detail) {
        return builder(status, slug, title, detail).build();
    }

    public static HttpProblem tooMany(Duration retryAfter, String detail) {
        return builder(TOO_MANY, "too-many-requests", "Too many requests", detail)
                .withHeader("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    static HttpProblem storeUnavailable() {
        return builder(
                        UNAVAILABLE,
                        "store-unavailable",
                        "The database cannot be reached",
                        "Send the same request again in a moment; saying something twice does no harm.")
                .withHeader("Retry-After", 1)
                .build();
    }

    static HttpProblem internal() {
        return of(
                INTERNAL,
                "internal",
                "Something went wrong here",
                "The request id finds it in our log.");
    }

    private static HttpProblem.Builder builder(
            int status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + slug))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }
}
