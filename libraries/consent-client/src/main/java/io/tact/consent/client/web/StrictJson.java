package io.tact.consent.client.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies as they are meant: what is unknown, doubled, of another type or behind the end is an
 * error, since somebody meant something by it.
 */
public final class StrictJson {
    private static final int LARGEST = 16 * 1_024;

    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(LogicalType.Textual, StrictJson::refuseOtherThanText)
                    .build()
                    .reader()
                    .without(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

    private StrictJson() {}

    /**
     * Of at most 16,384 characters.
     *
     * @throws HttpProblem 400 or 413; it names the place, never the value
     */
    public static <T> T read(@Nullable String body, Class<T> type) {
        return read(body, type, LARGEST);
    }

    /**
     * @param largest in characters
     * @throws HttpProblem 400 or 413; it names the place, never the value
     */
    public static <T> T read(@Nullable String body, Class<T> type, int largest) {
        if (body == null || body.isBlank()) {
            throw Problems.bodyMalformed("There is none.");
        }
        if (body.length() > largest) {
            throw Problems.of(
                    413,
                    "body-too-large",
                    "The body is too large",
                    "At most " + largest + " characters.");
        }
        try {
            T read = READER.forType(type).readValue(body);
            if (read == null) {
                throw Problems.bodyMalformed("It is null.");
            }
            return read;
        } catch (JsonMappingException mismatch) {
            throw Problems.bodyMalformed(place(mismatch));
        } catch (JsonProcessingException notJson) {
            var at = notJson.getLocation();
            throw Problems.bodyMalformed(
                    "It is not JSON"
                            + (at == null
                                    ? "."
                                    : " at line "
                                            + at.getLineNr()
                                            + ", column "
                                            + at.getColumnNr()
                                            + "."));
        }
    }

    private static void refuseOtherThanText(MutableCoercionConfig text) {
        for (var other :
                List.of(
                        CoercionInputShape.Integer,
                        CoercionInputShape.Float,
                        CoercionInputShape.Boolean)) {
            text.setCoercion(other, CoercionAction.Fail);
        }
    }

    private static String place(JsonMappingException mismatch) {
        String path = JsonPlace.of(mismatch);
        return path.isEmpty()
                ? "It is not of the documented form."
                : "It is not of the documented form at " + path + ".";
    }
}
