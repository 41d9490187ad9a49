package io.tact.frequency.problem;

import static io.tact.consent.client.web.Problems.of;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every problem of this service. The types are listed in docs/problems.md. */
public final class Problems {
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
        return of(400, "request-invalid", "The request cannot be read", detail);
    }

    public static HttpProblem campaignUnknown(String id) {
        return of(
                404,
                "campaign-unknown",
                "No such campaign",
                "There is no campaign " + shortened(id) + ". PUT it to make it.");
    }

    public static HttpProblem policyUnknown(String id) {
        return of(
                404,
                "policy-unknown",
                "No such policy",
                "There is no policy " + shortened(id) + ". PUT it to make it.");
    }

    public static HttpProblem reservationUnknown() {
        return of(
                404,
                "reservation-unknown",
                "No such reservation",
                "This subject has no reservation of this id, or it is long over.");
    }

    public static HttpProblem reservationGone() {
        return of(
                410,
                "reservation-gone",
                "The reservation is over",
                "It expired, was released, or an order ended it. Show nothing, or reserve again.");
    }

    public static HttpProblem alreadyConfirmed() {
        return of(
                409,
                "already-confirmed",
                "The reservation is confirmed",
                "What was confirmed counts as shown and cannot be given back.");
    }

    public static HttpProblem notConfirmed() {
        return of(
                409,
                "not-confirmed",
                "The reservation is not confirmed",
                "Confirm just before rendering; only then can it have been seen.");
    }

    public static HttpProblem idempotencyKeyReused() {
        return of(
                422,
                "idempotency-key-reused",
                "The Idempotency-Key belongs to another request",
                "The same key came with another body within 24 hours. Use a new key for a new request.");
    }

    public static HttpProblem storeUnavailable() {
        return of(
                503,
                "store-unavailable",
                "The store does not answer",
                "Show nothing and go on; try again in a moment.");
    }

    private static String shortened(String id) {
        return id.length() <= 64 ? "'" + id + "'" : "of so long an id";
    }
}
