package io.tact.profile.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class SegmentBodyTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void whatABatchSaysHoldsForMessagesThatDoNotSayItThemselves() throws Exception {
        var body =
                SegmentBody.batch(
                        object(
                                """
                                {"sentAt":"2026-01-31T12:00:00Z","context":{"sessionId":"s1","app":{"a":1}},"integrations":{"All":true},
                                 "batch":[{"context":{"sessionId":"s2"}},{"integrations":{"All":false}},7]}"""));

        assertThat(body.sentAt()).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(body.messages())
                .extracting(Object::toString)
                .containsExactly(
                        "{\"context\":{\"sessionId\":\"s2\",\"app\":{\"a\":1}},\"integrations\":{\"All\":true}}",
                        "{\"integrations\":{\"All\":false},\"context\":{\"sessionId\":\"s1\",\"app\":{\"a\":1}}}",
                        "7");
    }

    @Test
    void whatABatchSaysIsRefusedWhereItsEventsWouldMakeItTooLarge() throws Exception {
        ObjectNode batch = object("{\"batch\":[{},{}]}");
        batch.putObject("context").put("x", "x".repeat(TrackingBody.MOST_BYTES / 2 - 8));
        assertThat(SegmentBody.batch(batch).messages()).hasSize(2);

        batch.withArray("batch").addObject();

        assertThatThrownBy(() -> SegmentBody.batch(batch))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(413));
    }

    private ObjectNode object(String text) throws JsonProcessingException {
        return (ObjectNode) json.readTree(text);
    }
}
