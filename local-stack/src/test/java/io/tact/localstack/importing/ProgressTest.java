package io.tact.localstack.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    @Test
    void aBarShowsShareRateAndTimeLeft() {
        Progress progress = progress(true, 1000);

        pass(10);
        progress.add(250);

        assertThat(text())
                .startsWith("\rOrders [███████·····")
                .contains(" 25 %  25 lines/s  30 s left");
    }

    @Test
    void aLogGetsALineEveryFiveSeconds() {
        Progress progress = progress(false, 100_000);

        for (int second = 1; second <= 12; second++) {
            pass(1);
            progress.add(100);
        }
        progress.finish();

        assertThat(text().lines())
                .containsExactly(
                        "Orders:   0 %  100 lines/s  16 min 35 s left",
                        "Orders:   1 %  100 lines/s  16 min 30 s left",
                        "Orders: 1,200 lines in 12.0 s");
    }

    @Test
    void nothingToDoIsDone() {
        Progress progress = progress(true, 0);

        pass(1);
        progress.add(0);
        progress.finish();

        assertThat(text()).contains("100 %").contains("0 lines in 1.0 s");
    }

    private Progress progress(boolean terminal, long total) {
        return new Progress(
                new PrintStream(shown, true, UTF_8), terminal, () -> now, "Orders", "lines", total);
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private String text() {
        return shown.toString(UTF_8);
    }
}
