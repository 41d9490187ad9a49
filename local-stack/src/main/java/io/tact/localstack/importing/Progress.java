package io.tact.localstack.importing;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One step of the import as the user sees it: how far, how fast, how long still. On a terminal a
 * bar, else a line now and then.
 */
final class Progress {
    private static final int WIDTH = 28;
    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_A_LOG = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private final String step;
    private final String unit;
    private final long total;
    private final Instant start;
    private Instant shown;
    private long done;

    /**
     * @param unit what is counted, in the plural
     */
    Progress(
            PrintStream out,
            boolean terminal,
            InstantSource clock,
            String step,
            String unit,
            long total) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.step = step;
        this.unit = unit;
        this.total = total;
        start = clock.instant();
        shown = start;
    }

    synchronized void add(long more) {
        reach(done + more);
    }

    synchronized void reach(long now) {
        done = now;
        Instant time = clock.instant();
        if (Duration.between(shown, time).compareTo(terminal ? ON_A_TERMINAL : IN_A_LOG) >= 0) {
            shown = time;
            out.print(terminal ? "\r" + bar() : line() + System.lineSeparator());
            out.flush();
        }
    }

    synchronized void finish() {
        String result = "%s: %,d %s in %.1f s".formatted(step, done, unit, seconds());
        out.println(
                terminal ? "\r" + result + " ".repeat(Math.max(0, 90 - result.length())) : result);
    }

    private String bar() {
        int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / total);
        return "%s [%s%s] %s  "
                .formatted(step, "█".repeat(filled), "·".repeat(WIDTH - filled), numbers());
    }

    private String line() {
        return step + ": " + numbers();
    }

    private String numbers() {
        return "%3d %%  %,d %s/s  %s left"
                .formatted(total == 0 ? 100 : done * 100 / total, Math.round(rate()), unit, left());
    }

    private String left() {
        if (done == 0) {
            return "?";
        }
        long seconds = Math.round((total - done) / rate());
        return seconds >= 60 ? "%d min %d s".formatted(seconds / 60, seconds % 60) : seconds + " s";
    }

    private double rate() {
        return done / Math.max(seconds(), 0.001);
    }

    double seconds() {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
