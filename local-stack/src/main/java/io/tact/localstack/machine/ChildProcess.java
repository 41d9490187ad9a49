package io.tact.localstack.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process we started, with its log. It gets a session of its own: Ctrl-C reaches us alone, and we
 * stop it in order.
 */
public final class ChildProcess {
    private static final Duration KILLED = Duration.ofSeconds(10);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(withOwnSession(command));
            builder.environment().putAll(environment);
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + name, e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Process process() {
        return process;
    }

    /** Asks to stop, and insists after the given patience. */
    public void stop(Duration patience) {
        process.destroy();
        awaitEnd(patience);
    }

    /**
     * As {@link #stop}, with SIGINT: PostgreSQL's fast shutdown, which does not wait for its
     * clients.
     */
    public void interrupt(Duration patience) {
        Signals.interrupt(process.pid());
        awaitEnd(patience);
    }

    /**
     * kill -9, as a machine's power failure does it: to the process first, so that it mourns
     * nobody, and then to all that it started. None of them is left when this returns.
     */
    public void kill() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(KILLED);
        Await.until(KILLED, () -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    public String lastLines(int count) {
        return lastLines(log, count);
    }

    public static String lastLines(Path log, int count) {
        try {
            List<String> lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> withOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of(SETSID.toString()));
        words.addAll(command);
        return words;
    }
}
