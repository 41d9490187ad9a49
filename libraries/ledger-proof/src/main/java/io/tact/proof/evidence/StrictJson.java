package io.tact.proof.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tact.proof.Checked;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * JSON in which nothing is said twice, since two readers could each believe another half of it. The
 * members throw IllegalArgumentException, which {@link #read} turns into a refusal.
 */
final class StrictJson {
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StrictJson() {}

    static <T> Checked<T> read(String text, String what, Function<ObjectNode, T> reading) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object
                    ? Checked.valid(reading.apply(object))
                    : Checked.refused(what + " is no JSON object");
        } catch (JsonProcessingException e) {
            return Checked.refused(what + " is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Checked.refused(what + " cannot be read: " + e.getMessage());
        }
    }

    static String text(JsonNode object, String name) {
        return require(object, name, JsonNode::isTextual, "a text").textValue();
    }

    static long number(JsonNode object, String name) {
        return require(
                        object,
                        name,
                        value -> value.isIntegralNumber() && value.canConvertToLong(),
                        "a whole number")
                .longValue();
    }

    static boolean bool(JsonNode object, String name) {
        return require(object, name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    static Instant instant(JsonNode object, String name) {
        return Instant.parse(text(object, name));
    }

    static JsonNode object(JsonNode object, String name) {
        return require(object, name, JsonNode::isObject, "an object");
    }

    static JsonNode list(JsonNode object, String name) {
        return require(object, name, JsonNode::isArray, "a list");
    }

    static Optional<JsonNode> find(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static JsonNode require(
            JsonNode object, String name, Function<JsonNode, Boolean> is, String expected) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no '" + name + "'");
        }
        if (!is.apply(value)) {
            throw new IllegalArgumentException(
                    "'%s' is %s, not %s".formatted(name, expected, value.getNodeType()));
        }
        return value;
    }
}
