package io.tact.profile.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tact.profile.question.AnswerType.Choice;
import io.tact.profile.question.AnswerType.Number;
import io.tact.profile.question.AnswerType.Option;
import io.tact.profile.question.AnswerType.Text;
import io.tact.profile.question.AnswerType.YesNo;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an answer can be, in JSON: the fields of its type, and no others. */
@Schema(
        name = "AnswerType",
        requiredProperties = {"type"})
@JsonInclude(Include.NON_NULL)
public record AnswerTypeBody(
        @Schema(enumeration = {"choice", "number", "boolean", "text"}) @Nullable String type,
        @Schema(description = "Of choice: 1 to 100.") @Nullable List<Option> choices,
        @Schema(description = "Of choice: whether an answer is a list of them.")
                @Nullable Boolean many,
        @Schema(description = "Of number.") @Nullable BigDecimal min,
        @Schema(description = "Of number.") @Nullable BigDecimal max,
        @Schema(description = "Of text: 1 to 200 characters.") @Nullable Integer longest) {

    static AnswerTypeBody of(AnswerType type) {
        if (type instanceof Choice choice) {
            return new AnswerTypeBody("choice", choice.options(), choice.many(), null, null, null);
        }
        if (type instanceof Number number) {
            return new AnswerTypeBody("number", null, null, number.min(), number.max(), null);
        }
        return type instanceof Text text
                ? new AnswerTypeBody("text", null, null, null, null, text.longest())
                : new AnswerTypeBody("boolean", null, null, null, null, null);
    }

    /**
     * @throws IllegalArgumentException naming what is missing, wrong or too much
     */
    AnswerType answerType() {
        AnswerType read = read(Given.given("answer.type", type));
        if (!equals(of(read))) {
            throw new IllegalArgumentException("answer has fields that its type does not have");
        }
        return read;
    }

    private AnswerType read(String stated) {
        return switch (stated) {
            case "choice" ->
                    new Choice(
                            Given.given("answer.choices", choices),
                            Given.given("answer.many", many));
            case "number" ->
                    new Number(Given.given("answer.min", min), Given.given("answer.max", max));
            case "boolean" -> new YesNo();
            case "text" -> new Text(Given.given("answer.longest", longest));
            default ->
                    throw new IllegalArgumentException(
                            "answer.type is choice, number, boolean or text: " + stated);
        };
    }
}
