package io.tact.localstack.parts;

import io.tact.localstack.machine.Await;
import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.settings.StartFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The parts that were started, in that order. Once closed, nothing starts any more. */
public final class RunningParts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

    private final Steps steps;
    private final Consumer<Map<String, Long>> journal;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();
    private boolean closed;

    /** The journal is told the process ids whenever they change. */
    public RunningParts(Steps steps, Consumer<Map<String, Long>> journal) {
        this.steps = steps;
        this.journal = journal;
    }

    public void start(Part part) {
        steps.run(
                part.name(),
                part.prospect(),
                () -> {
                    launch(part);
                    awaitUp(part);
                    return part.remark();
                });
    }

    public void restart(String name) {
        start(part(name));
    }

    /** Does not wait for it to be ready. */
    public void launch(String name) {
        launch(part(name));
    }

    /** kill -9, and nobody starts it again. */
    public void kill(String name) {
        part(name);
        process(name).kill();
    }

    public void stop(String name) {
        part(name).stop(process(name));
    }

    public synchronized List<String> ended() {
        return processes.entrySet().stream()
                .filter(entry -> !entry.getValue().isAlive())
                .map(Map.Entry::getKey)
                .toList();
    }

    public String epitaph(String name) {
        ChildProcess process = process(name);
        return name
                + " ended with exit code "
                + process.process().exitValue()
                + ". The last lines of "
                + process.log()
                + ":\n"
                + LastWords.of(process);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Stops the applications side by side, and then the servers that they use. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        stopAll(name -> part(name) instanceof ApplicationPart);
        stopAll(name -> !(part(name) instanceof ApplicationPart));
    }

    private void stopAll(Predicate<String> which) {
        Parallel.run(
                names().stream()
                        .filter(which)
                        .map(name -> (Runnable) () -> stopQuietly(name))
                        .toList());
    }

    private void stopQuietly(String name) {
        if (process(name).isAlive()) {
            long start = System.nanoTime();
            stop(name);
            steps.say("  " + name + " stopped: " + Steps.seconds(System.nanoTime() - start));
        }
    }

    private synchronized void launch(Part part) {
        if (closed) {
            throw new StartFailure("Stopped before " + part.name() + " was started.");
        }
        parts.put(part.name(), part);
        processes.put(part.name(), part.launch());
        tellJournal();
    }

    private void awaitUp(Part part) {
        String name = part.name();
        boolean ended =
                Await.until(
                        PATIENCE,
                        BETWEEN_PROBES,
                        () -> isClosed() || !refreshed(part).isAlive() || part.isUp(process(name)));
        if (isClosed()) {
            throw new StartFailure("Stopped while " + name + " was starting.");
        }
        if (!process(name).isAlive()) {
            throw new StartFailure(epitaph(name));
        }
        if (!ended) {
            throw new StartFailure(
                    name
                            + " was not ready after "
                            + PATIENCE.toMinutes()
                            + " minutes. The last lines of its log:\n"
                            + LastWords.of(process(name)));
        }
    }

    private synchronized ChildProcess refreshed(Part part) {
        ChildProcess before = process(part.name());
        ChildProcess now = closed ? before : part.current(before);
        if (before.pid() != now.pid()) {
            processes.put(part.name(), now);
            tellJournal();
        }
        return now;
    }

    private void tellJournal() {
        Map<String, Long> pids = new LinkedHashMap<>();
        processes.forEach((name, process) -> pids.put(name, process.pid()));
        journal.accept(pids);
    }

    private synchronized List<String> names() {
        return List.copyOf(parts.keySet());
    }

    private synchronized Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "No such part: " + name + "; there are " + parts.keySet());
        }
        return part;
    }

    private synchronized ChildProcess process(String name) {
        ChildProcess process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("Never started: " + name);
        }
        return process;
    }
}
