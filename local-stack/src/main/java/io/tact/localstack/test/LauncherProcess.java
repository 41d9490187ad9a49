package io.tact.localstack.test;

import io.tact.localstack.launcher.LauncherFolder;
import io.tact.localstack.machine.Await;
import io.tact.localstack.machine.Checkout;
import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.Folders;
import io.tact.localstack.machine.JavaCommand;
import io.tact.localstack.machine.Leftovers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds the launcher that runs, or starts one where a killed one was. To be called under the
 * folder's lock.
 */
final class LauncherProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String IDLE = System.getProperty("tact.test.idle", "PT15S");

    private final LauncherFolder folder;

    LauncherProcess(LauncherFolder folder) {
        this.folder = folder;
    }

    LauncherConnection connect() {
        Optional<LauncherConnection> running = readState().flatMap(LauncherProcess::tryConnect);
        return running.orElseGet(this::start);
    }

    private LauncherConnection start() {
        cleanUpAfterKilled();
        JavaCommand command =
                JavaCommand.ofMainClass(
                        folder.mark(),
                        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        Checkout.find().classPath(),
                        "io.tact.localstack.launcher.Launcher",
                        List.of(folder.path().toString(), IDLE));
        ChildProcess launcher =
                ChildProcess.start("test launcher", command.words(), Map.of(), folder.log());
        Await.until(PATIENCE, () -> readState().isPresent() || !launcher.isAlive());
        return readState()
                .flatMap(LauncherProcess::tryConnect)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The test launcher did not start; its log "
                                                + folder.log()
                                                + " ends with:\n"
                                                + launcher.lastLines(20)));
    }

    /**
     * A launcher that is leaving in good order has no state file any more, and cleans up after
     * itself.
     */
    private void cleanUpAfterKilled() {
        Optional<Properties> state = readState();
        state.ifPresent(
                stale -> Leftovers.stop(Long.parseLong(stale.getProperty("pid")), folder.mark()));
        try (Stream<Path> files = Files.list(folder.path())) {
            files.filter(file -> file.getFileName().toString().startsWith("run-"))
                    .forEach(this::cleanUpRun);
            Files.deleteIfExists(folder.state());
            Files.deleteIfExists(folder.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cleanUpRun(Path run) {
        long pid = Long.parseLong(run.getFileName().toString().substring("run-".length()));
        if (!Leftovers.isOurs(pid, folder.mark())) {
            Leftovers.stopPostgres(run.resolve("postgres"));
            Folders.delete(run);
        }
    }

    private Optional<Properties> readState() {
        try (var in = Files.newBufferedReader(folder.state())) {
            Properties state = new Properties();
            state.load(in);
            return Optional.of(state);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<LauncherConnection> tryConnect(Properties state) {
        try {
            return Optional.of(
                    LauncherConnection.open(
                            Integer.parseInt(state.getProperty("port")),
                            state.getProperty("secret")));
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }
}
