package io.tact.profile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void shapeStaysAndContentGoes() throws Exception {
        var message =
                json.readTree(
                        """
                        {"type":"track","event":"Order Completed","messageId":"m1","userId":"ann-canary","n":42,
                         "traits":{"email":"ann-canary@shop.example","tags":["ann-canary"],"deep":{"er":{"and":{"deeper":"ann-canary"}}}}}""");

        assertThat(Redaction.of(message).toString())
                .contains("\"event\":\"Order Completed\"", "\"messageId\":\"m1\"")
                .contains(
                        "\"userId\":\"string of 10\"",
                        "\"n\":\"number\"",
                        "\"tags\":\"array of 1\"")
                .doesNotContain("ann-canary", "42");
    }

    @Test
    void resultCanAlwaysBeStored() throws Exception {
        var wide = json.createObjectNode();
        for (int field = 0; field < 1_000; field++) {
            wide.put("f".repeat(500) + field, field);
        }
        var strange = json.readTree("{\"event\":\"a\\u0000b\",\"k\\u0000\":1}");

        assertThat(Redaction.of(wide).toString().length()).isLessThan(10_000);
        assertThat(Redaction.of(strange).toString()).doesNotContain("u0000");
        assertThat(Redaction.of(json.readTree("[1]")).toString()).isEqualTo("\"array of 1\"");
    }
}
