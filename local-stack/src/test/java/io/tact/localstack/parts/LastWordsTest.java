package io.tact.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void aStructuredLineIsReducedToItsMessageAndCauses() {
        String line =
                """
                {"timestamp":"2026-01-01T00:00:00Z","level":"ERROR","message":"Failed to start","exception":{"refId":1,\
                "exceptionType":"java.lang.RuntimeException","message":"no start","frames":[],\
                "causedBy":{"exception":{"exceptionType":"java.net.ConnectException","message":"refused"}}}}""";

        assertThat(LastWords.readable(line))
                .isEqualTo(
                        """
                        ERROR Failed to start
                          java.lang.RuntimeException: no start
                          java.net.ConnectException: refused""");
    }

    @Test
    void anyOtherLineStaysAsItIs() {
        assertThat(LastWords.readable("Exception in thread main"))
                .isEqualTo("Exception in thread main");
        assertThat(LastWords.readable("{ not json")).isEqualTo("{ not json");
    }
}
