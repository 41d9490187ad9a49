package io.tact.profile.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SegmentBodyTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void contextOfABatchHoldsForMessagesThatDoNotSayItThemselves() throws Exception {
        var body =
                SegmentBody.batch(
                        object(
                                """
                                {"sentAt":"2026-01-31T12:00:00Z","context":{"sessionId":"s1","consent":{"a":1},"ip":"192.0.2.1"},
                                 "batch":[{"context":{"sessionId":"s2"}},{},7]}"""));

        assertThat(body.sentAt()).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(body.messages())
                .extracting(Object::toString)
                .containsExactly(
                        "{\"context\":{\"consent\":{\"a\":1},\"sessionId\":\"s2\"}}",
                        "{\"context\":{\"consent\":{\"a\":1},\"sessionId\":\"s1\"}}",
                        "7");
    }

    @Test
    void largeContextIsNotMultipliedByItsMessages() throws Exception {
        ObjectNode batch = object("{\"batch\":[{},{}]}");
        batch.putObject("context").putObject("consent").put("x", "x".repeat(2_048));

        assertThat(SegmentBody.batch(batch).messages())
                .extracting(Object::toString)
                .containsExactly("{}", "{}");
    }

    private ObjectNode object(String text) throws JsonProcessingException {
        return (ObjectNode) json.readTree(text);
    }
}
