package io.tact.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.localstack.settings.StartFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPartsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Map<String, Long> journal = new HashMap<>();
    private final Path folder;
    private final RunningParts parts =
            new RunningParts(
                    new Steps(new PrintStream(said, true, StandardCharsets.UTF_8)),
                    journal::putAll);

    RunningPartsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void aPartIsStartedWhenItIsUp() {
        parts.start(script("one", "touch $0.up; exec sleep 60"));

        assertThat(said()).contains("  one ...").containsPattern("one: \\d+\\.\\d s, as expected");
        assertThat(journal).containsKey("one");
        assertThat(parts.ended()).isEmpty();
    }

    @Test
    void aPartThatDiesAtItsStartShowsItsLastWords() {
        Part part = script("one", "echo cannot find the database; exit 3");

        assertThatThrownBy(() -> parts.start(part))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("one ended with exit code 3")
                .hasMessageContaining("cannot find the database");
    }

    @Test
    void aKilledPartStaysDownUntilItIsStartedAgain() {
        parts.start(script("one", "touch $0.up; exec sleep 60"));
        long before = journal.getOrDefault("one", 0L);

        parts.kill("one");

        assertThat(parts.ended()).containsExactly("one");
        parts.restart("one");
        assertThat(parts.ended()).isEmpty();
        assertThat(journal.get("one")).isNotEqualTo(before);
    }

    @Test
    void whatAKilledPartHadStartedIsKilledWithIt() throws Exception {
        parts.start(script("one", "sleep 60 & echo $! > $0.child; touch $0.up; wait"));
        long child = Long.parseLong(Files.readString(folder.resolve("one.child")).strip());
        assertThat(ProcessHandle.of(child)).get().matches(ProcessHandle::isAlive);

        parts.kill("one");

        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void nothingStartsAfterTheEnd() {
        parts.start(script("one", "touch $0.up; exec sleep 60"));

        parts.close();

        assertThat(parts.ended()).containsExactly("one");
        assertThatThrownBy(() -> parts.start(script("two", "sleep 60")))
                .isInstanceOf(StartFailure.class);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Part script(String name, String text) {
        return new ScriptPart(folder, name, text);
    }
}
