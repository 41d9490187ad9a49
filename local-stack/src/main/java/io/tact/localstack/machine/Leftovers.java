package io.tact.localstack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Processes of an earlier run. A process id alone proves nothing, since ids are recycled: its
 * command line must be ours.
 */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    public static boolean isOurs(long pid, String evidence) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && commandLine(pid).contains(evidence);
    }

    /** True if such a process was there; it is gone now. */
    public static boolean stop(long pid, String evidence) {
        if (!isOurs(pid, evidence)) {
            return false;
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        awaitEnd(pid);
        return true;
    }

    /** Stops a PostgreSQL that still runs over the given data folder. */
    public static boolean stopPostgres(Path data) {
        Optional<Long> pid = postmaster(data);
        if (pid.isEmpty() || !isOurs(pid.get(), data.toString())) {
            return false;
        }
        Signals.interrupt(pid.get());
        awaitEnd(pid.get());
        return true;
    }

    private static void awaitEnd(long pid) {
        if (!Await.until(PATIENCE, () -> !isAlive(pid))) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Await.until(PATIENCE, () -> !isAlive(pid));
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static Optional<Long> postmaster(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException noSuchFileOnThisSystem) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .orElse("");
        }
    }
}
