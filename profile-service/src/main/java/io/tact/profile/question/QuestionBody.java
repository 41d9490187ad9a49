package io.tact.profile.question;

import static io.tact.profile.question.Given.given;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tact.consent.client.Purpose;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question without its name, in JSON, as the API takes and shows it and the table keeps it. */
@Schema(
        name = "Question",
        requiredProperties = {
            "text",
            "why",
            "benefit",
            "benefitNeeds",
            "purpose",
            "answer",
            "keepFor",
            "askAgainAfterSkip"
        })
@JsonInclude(Include.NON_NULL)
public record QuestionBody(
        @Nullable Wording text,
        @Schema(description = "Why we ask.") @Nullable Wording why,
        @Schema(description = "What you get.") @Nullable Wording benefit,
        @Schema(
                        description =
                                "The purposes without which there is no benefit: none, or the question's own.")
                @Nullable List<String> benefitNeeds,
        @Schema(
                        description =
                                "functionality, measurement, experience, marketing, or sensitive:<category>: an answer is kept for it alone.")
                @Nullable String purpose,
        @Schema(
                        description =
                                "What the question is about, in free words. What is about a protected category is asked for its purpose only.")
                @Nullable String category,
        @Nullable AnswerTypeBody answer,
        @Schema(
                        description =
                                "P1D to P3650D: then the answer ends, and the question is open again.",
                        examples = "P365D")
                @Nullable String keepFor,
        @Schema(description = "Days, 1 to 3650.") @Nullable Integer askAgainAfterSkip) {

    public static QuestionBody of(Question question) {
        return new QuestionBody(
                question.text(),
                question.why(),
                question.benefit(),
                question.benefitNeeds().stream().map(Purpose::name).sorted().toList(),
                question.purpose().name(),
                question.category().orElse(null),
                AnswerTypeBody.of(question.answer()),
                question.keepFor().toString(),
                question.askAgainAfterSkip());
    }

    /**
     * @throws IllegalArgumentException naming what is missing or wrong
     */
    Question question(String name) {
        return new Question(
                name,
                given("text", text),
                given("why", why),
                given("benefit", benefit),
                given("benefitNeeds", benefitNeeds).stream()
                        .map(needed -> new Purpose(given("benefitNeeds", needed)))
                        .collect(Collectors.toSet()),
                new Purpose(given("purpose", purpose)),
                Optional.ofNullable(category),
                given("answer", answer).answerType(),
                period(given("keepFor", keepFor)),
                given("askAgainAfterSkip", askAgainAfterSkip));
    }

    private static Period period(String stated) {
        try {
            return Period.parse(stated);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException(
                    "keepFor is a period of days, P1D to P3650D: " + stated, none);
        }
    }
}
