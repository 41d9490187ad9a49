package io.tact.frequency.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"P1D", "P7D", "PT30M", "PT1S", "P400D", "PT1H0.001S", "lifetime", "session"})
    void windowPrintsAsItIsWritten(String text) {
        assertThat(Window.parse(Window.parse(text).toString())).isEqualTo(Window.parse(text));
    }

    @Test
    void dayIsTwentyFourHours() {
        assertThat(Window.parse("P1D")).isEqualTo(new Window.Rolling(Duration.ofHours(24)));
        assertThat(Window.parse("PT24H")).hasToString("P1D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 day",
                "P1M",
                "P1Y",
                "PT0S",
                "PT0.999S",
                "-P1D",
                "P401D",
                "Lifetime",
                "PT99999999999999999999H"
            })
    void whatIsNoWindowIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> Window.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
