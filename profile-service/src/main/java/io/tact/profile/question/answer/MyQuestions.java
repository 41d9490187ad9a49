package io.tact.profile.question.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tact.profile.question.Question;
import io.tact.profile.question.QuestionBody;
import io.tact.profile.question.answer.SaidStore.Aside;
import io.tact.profile.trait.KnownTrait;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param open may be asked now
 * @param answered about the caller, and counting now
 * @param aboutSomebodyElse for the next hours, and no fact about the caller
 * @param withheld there are answers that may not be used now; {@code /v1/me/data} shows them
 */
record MyQuestions(
        List<Asked> open,
        List<Answered> answered,
        List<Answered> aboutSomebodyElse,
        boolean withheld) {

    @Schema(name = "AskedQuestion")
    record Asked(String name, @JsonUnwrapped QuestionBody definition) {
        static Asked of(Question question) {
            return new Asked(question.name(), QuestionBody.of(question));
        }
    }

    /**
     * @param at when it was said
     * @param until when it ends; absent for what was told without having been asked
     */
    @Schema(name = "AnsweredQuestion")
    record Answered(
            Asked question,
            @JsonRawValue @Schema(implementation = Object.class) String value,
            String source,
            Instant at,
            @JsonInclude(Include.NON_NULL) @Nullable Instant until) {
        static Answered of(Question question, KnownTrait told) {
            return new Answered(
                    Asked.of(question), told.value(), told.source(), told.at(), told.until());
        }

        static Answered of(Question question, Aside aside) {
            return new Answered(
                    Asked.of(question), aside.value(), aside.source(), aside.at(), aside.until());
        }
    }
}
