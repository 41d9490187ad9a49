package io.tact.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {
    private final SuiteFolder folder;

    ProcessRecordsTest(@TempDir Path path) {
        folder = new SuiteFolder(path);
    }

    @Test
    void aLeftoverOfThisFolderIsStopped() throws Exception {
        Process leftover = sleep(folder.mark("kafka"));
        ProcessRecords records = new ProcessRecords(folder);
        records.write(Map.of("kafka", leftover.pid()));

        assertThat(records.stopLeftovers())
                .containsExactly("kafka (process " + leftover.pid() + ")");

        assertThat(leftover.waitFor()).isNotZero();
    }

    @Test
    void aStrangerWithARecycledProcessIdIsLeftAlone() throws Exception {
        Process stranger = sleep("a stranger");
        ProcessRecords records = new ProcessRecords(folder);
        records.write(Map.of("kafka", stranger.pid()));

        assertThat(records.stopLeftovers()).isEmpty();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    private static Process sleep(String mark) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "echo up; read forever", mark).start();
        process.inputReader().readLine();
        return process;
    }
}
