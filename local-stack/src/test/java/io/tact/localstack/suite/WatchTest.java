package io.tact.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.parts.RunningParts;
import io.tact.localstack.parts.ScriptPart;
import io.tact.localstack.parts.Steps;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Steps steps = new Steps(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final RunningParts parts = new RunningParts(steps, pids -> {});
    private final Watch watch = new Watch(parts, steps, Duration.ZERO);

    WatchTest(@TempDir Path folder) {
        parts.start(new ScriptPart(folder, "one", "echo at work; touch $0.up; exec sleep 60"));
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void aDeadPartIsStartedAgainAndItsLastWordsAreShown() throws Exception {
        parts.kill("one");

        watch.glance();

        assertThat(parts.ended()).isEmpty();
        assertThat(said()).contains("one ended with exit code 137").contains("at work");
    }

    @Test
    void aPartThatKeepsDyingStaysDownInTheEnd() throws Exception {
        for (int death = 1; death <= 6; death++) {
            parts.kill("one");
            watch.glance();
        }
        watch.glance();

        assertThat(parts.ended()).containsExactly("one");
        assertThat(said()).containsOnlyOnce("one has died 6 times and stays down.");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
