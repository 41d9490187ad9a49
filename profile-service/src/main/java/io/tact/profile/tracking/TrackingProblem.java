package io.tact.profile.tracking;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;

/** Why a whole request is not taken. */
final class TrackingProblem {
    private TrackingProblem() {}

    static HttpProblem noBatch(String detail) {
        return Problems.of(400, "batch-malformed", "This is no batch of events", detail);
    }

    static HttpProblem unknownKey() {
        return Problems.of(
                401,
                "write-key-unknown",
                "Nobody was given this write key",
                "Send the key of a registered source as the user name of Basic authentication, in X-Write-Key, or as writeKey.");
    }

    static HttpProblem busy() {
        return Problems.builder(
                        503,
                        "too-much-at-once",
                        "Others are being served",
                        "Nothing of this request was stored. Send it again.")
                .withHeader("Retry-After", 1)
                .build();
    }

    static HttpProblem noSuchSource() {
        return Problems.of(
                404,
                "source-unknown",
                "No browser was given this write key",
                "Settings are only for the keys of registered sources of kind browser.");
    }

    static HttpProblem tooLarge(String detail) {
        return Problems.of(413, "batch-too-large", "Too much at once", detail);
    }
}
