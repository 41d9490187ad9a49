package io.tact.consent.proof;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;
import io.tact.consent.proof.Proof.NotSignedYet;

/** Why there is no evidence, in the same words at every door. */
public final class ProofProblems {
    private ProofProblems() {}

    public static HttpProblem of(Proof unproven) {
        if (unproven instanceof NotSignedYet) {
            return Problems.builder(
                            503,
                            "not-signed-yet",
                            "What was said is kept, and not under a published checkpoint yet",
                            "Ask again in a second.")
                    .withHeader("Retry-After", 1)
                    .build();
        }
        return Problems.of(
                500,
                "record-damaged",
                "What was recorded before was tampered with",
                "It proves nothing. The shop was told; write to its privacy officer.");
    }
}
