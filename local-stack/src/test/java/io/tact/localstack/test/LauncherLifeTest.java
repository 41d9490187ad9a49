package io.tact.localstack.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.machine.Await;
import io.tact.localstack.machine.FreePorts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    LauncherLifeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void processesThatStartAtOnceShareOneLauncherAndItLeavesAfterTheLast() throws Exception {
        try (var one = HolderProcess.start(folder);
                var two = HolderProcess.start(folder);
                var three = HolderProcess.start(folder)) {
            var servers = one.servers();

            assertThat(two.servers()).isEqualTo(servers);
            assertThat(three.servers()).isEqualTo(servers);
            one.kill();
            assertThat(launcher()).isPresent();
        }

        assertThat(Await.until(PATIENCE, this::nothingLeft)).isTrue();
    }

    @Test
    void aKilledLauncherIsReplacedAndItsDatabaseServerStopped() throws Exception {
        try (var one = HolderProcess.start(folder)) {
            var before = one.servers();
            kill(launcher().orElseThrow());
            assertThat(FreePorts.isFree(before.databasePort())).isFalse();

            try (var two = HolderProcess.start(folder)) {
                assertThat(two.servers()).isNotEqualTo(before);
                assertThat(FreePorts.isFree(before.databasePort())).isTrue();
            }
        }

        assertThat(Await.until(PATIENCE, this::nothingLeft)).isTrue();
    }

    @Test
    void aStateFileOfAStrangerIsNotBelieved() throws Exception {
        long stranger = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("launcher.properties"), "pid=" + stranger + "\nport=1\nsecret=x\n");

        try (var one = HolderProcess.start(folder)) {
            assertThat(one.servers().broker()).startsWith("127.0.0.1:");
        }

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(Await.until(PATIENCE, this::nothingLeft)).isTrue();
    }

    private Optional<ProcessHandle> launcher() throws Exception {
        Properties state = new Properties();
        state.load(new StringReader(Files.readString(folder.resolve("launcher.properties"))));
        return ProcessHandle.of(Long.parseLong(state.getProperty("pid")));
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean nothingLeft() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .noneMatch(
                            name -> name.equals("launcher.properties") || name.startsWith("run-"));
        } catch (IOException e) {
            return false;
        }
    }
}
