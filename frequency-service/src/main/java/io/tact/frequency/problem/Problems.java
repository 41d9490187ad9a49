package io.tact.frequency.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every problem of this service. The types are listed in docs/problems.md. */
public final class Problems {
    private static final StatusType UNPROCESSABLE =
            new StatusType() {
                @Override
                public int getStatusCode() {
                    return 422;
                }

                @Override
                public Status.Family getFamily() {
                    return Status.Family.CLIENT_ERROR;
                }

                @Override
                public String getReasonPhrase() {
                    return "Unprocessable Content";
                }
            };

    private Problems() {}

    /** What a body means; 400 where it means nothing. */
    public static <B, T> T readable(@Nullable B body, Function<B, T> reading) {
        if (body == null) {
            throw requestInvalid("A body is missing");
        }
        try {
            return reading.apply(body);
        } catch (IllegalArgumentException invalid) {
            throw requestInvalid(String.valueOf(invalid.getMessage()));
        }
    }

    public static HttpProblem requestInvalid(String detail) {
        return problem("request-invalid", "The request cannot be read", Status.BAD_REQUEST, detail);
    }

    public static HttpProblem campaignUnknown(String id) {
        return problem(
                "campaign-unknown",
                "No such campaign",
                Status.NOT_FOUND,
                "There is no campaign " + shortened(id) + ". PUT it to make it.");
    }

    public static HttpProblem policyUnknown(String id) {
        return problem(
                "policy-unknown",
                "No such policy",
                Status.NOT_FOUND,
                "There is no policy " + shortened(id) + ". PUT it to make it.");
    }

    public static HttpProblem reservationUnknown() {
        return problem(
                "reservation-unknown",
                "No such reservation",
                Status.NOT_FOUND,
                "This subject has no reservation of this id, or it is long over.");
    }

    public static HttpProblem reservationGone() {
        return problem(
                "reservation-gone",
                "The reservation is over",
                Status.GONE,
                "It expired, was released, or an order ended it. Show nothing, or reserve again.");
    }

    public static HttpProblem alreadyConfirmed() {
        return problem(
                "already-confirmed",
                "The reservation is confirmed",
                Status.CONFLICT,
                "What was confirmed counts as shown and cannot be given back.");
    }

    public static HttpProblem notConfirmed() {
        return problem(
                "not-confirmed",
                "The reservation is not confirmed",
                Status.CONFLICT,
                "Confirm just before rendering; only then can it have been seen.");
    }

    public static HttpProblem idempotencyKeyReused() {
        return problem(
                "idempotency-key-reused",
                "The Idempotency-Key belongs to another request",
                UNPROCESSABLE,
                "The same key came with another body within 24 hours. Use a new key for a new request.");
    }

    static HttpProblem internal() {
        return problem(
                "internal",
                "Something went wrong here",
                Status.INTERNAL_SERVER_ERROR,
                "The request id finds it in our log.");
    }

    public static HttpProblem storeUnavailable() {
        return problem(
                "store-unavailable",
                "The store does not answer",
                Status.SERVICE_UNAVAILABLE,
                "Show nothing and go on; try again in a moment.");
    }

    private static HttpProblem problem(
            String type, String title, StatusType status, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("https://tact.dev/problems/" + type))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail)
                .build();
    }

    private static String shortened(String id) {
        return id.length() <= 64 ? "'" + id + "'" : "of so long an id";
    }
}
