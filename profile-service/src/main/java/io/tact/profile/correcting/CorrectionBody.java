package io.tact.profile.correcting;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.client.web.Problems;
import io.tact.profile.telling.PlainValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is right. */
@Schema(name = "CorrectedValue")
record CorrectionBody(
        @Schema(
                        implementation = Object.class,
                        required = true,
                        description = "A short text, a number or a boolean.",
                        examples = "tent")
                @Nullable JsonNode value) {
    String json() {
        return PlainValue.json(value).orElseThrow(CorrectionBody::malformed);
    }

    private static HttpProblem malformed() {
        return Problems.of(
                400,
                "value-malformed",
                "This value cannot be kept",
                "Send {\"value\": …} with a text, number or boolean of at most "
                        + PlainValue.LONGEST
                        + " characters.");
    }

    /** Without the value, so that it may be printed. */
    @Override
    public String toString() {
        return "CorrectionBody";
    }
}
