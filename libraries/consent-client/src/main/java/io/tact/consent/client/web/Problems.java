package io.tact.consent.client.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** Problems as RFC 9457 has them. Their types are stable and stand in {@code docs/problems.md}. */
public final class Problems {
    private static final String TYPES = "https://tact.dev/problems/";

    private Problems() {}

    /**
     * @param slug the end of its type
     * @param detail what the caller can do about it; never a person's value
     */
    public static HttpProblem of(int status, String slug, String title, String detail) {
        return builder(status, slug, title, detail).build();
    }

    /** To be given a header more. */
    public static HttpProblem.Builder builder(
            int status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + slug))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }

    public static HttpProblem bodyMalformed(String detail) {
        return of(400, "body-malformed", "The body cannot be read", detail);
    }

    /** For what nobody planned: the log has it under the request's id. */
    public static HttpProblem internal() {
        return of(
                500,
                "internal",
                "Something went wrong here",
                "The request id finds it in our log.");
    }

    public static HttpProblem storeUnavailable() {
        return builder(
                        503,
                        "store-unavailable",
                        "The database cannot be reached",
                        "Send the same request again in a moment; it counts once.")
                .withHeader("Retry-After", 1)
                .build();
    }
}
