package io.tact.frequency.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpressionIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00.001Z",
                "2026-01-01T12:00:00.123Z",
                "2109-05-15T07:35:11.103Z"
            })
    void idHoldsItsTimeToTheMillisecond(String time) {
        long millis = Instant.parse(time).toEpochMilli();

        assertThat(ImpressionId.millis(ImpressionId.of(millis, 0))).isEqualTo(millis);
        assertThat(ImpressionId.millis(ImpressionId.of(millis, -1))).isEqualTo(millis);
        assertThat(ImpressionId.of(millis, -1)).isPositive();
    }

    @Test
    void textIsReadBack() {
        long id = ImpressionId.of(1_767_268_800_123L, 4_711);

        assertThat(ImpressionId.text(id)).hasSize(11);
        assertThat(ImpressionId.parse(ImpressionId.text(id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAB", "AAAAAAAAAAAAAAA", "!!!!!!!!!!!"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> ImpressionId.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
