package io.tact.profile.question.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.profile.question.AnswerType;
import java.util.stream.StreamSupport;

/** An answer's value as it was said. Not printed. */
record SaidValue(JsonNode value) {
    boolean fits(AnswerType type) {
        return type.takes(plain(value));
    }

    String json() {
        return value.toString();
    }

    /** What is none of these stays what it is, which no type takes. */
    private static Object plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return value.decimalValue();
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(SaidValue::plain).toList()
                : value;
    }

    @Override
    public String toString() {
        return "…";
    }
}
