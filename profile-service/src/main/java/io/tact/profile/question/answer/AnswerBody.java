package io.tact.profile.question.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.consent.client.web.Problems;
import io.tact.profile.question.answer.Said.AboutMe;
import io.tact.profile.question.answer.Said.AboutSomebodyElse;
import io.tact.profile.question.answer.Said.Skip;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer in JSON: a value, for oneself or somebody else, or a skip. */
@Schema(name = "Answer")
record AnswerBody(
        @Schema(implementation = Object.class, description = "As the question's answer says.")
                @Nullable JsonNode value,
        @Schema(enumeration = "somebody-else", description = "Missing: about me.")
                @Nullable String about,
        @Schema(description = "Not now: without a value.") @Nullable Boolean skip) {
    private static final String OTHER = "somebody-else";

    Said said() {
        boolean skips = Boolean.TRUE.equals(skip);
        boolean states = value != null && !value.isNull();
        if (skips == states || (skips && about != null)) {
            throw Problems.bodyMalformed("Send either a value, or skip.");
        }
        if (about != null && !about.equals(OTHER)) {
            throw Problems.bodyMalformed("about is somebody-else, or missing.");
        }
        return value == null || skips ? new Skip() : said(new SaidValue(value));
    }

    private Said said(SaidValue said) {
        return about == null ? new AboutMe(said) : new AboutSomebodyElse(said);
    }

    /** Without the value, so that it may be printed. */
    @Override
    public String toString() {
        return "AnswerBody";
    }
}
