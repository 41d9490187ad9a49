package io.tact.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Rounds of load, kill, restart and check. The first loss ends it. */
public final class CrashRun {
    private final CrashOptions options;
    private final List<Victim> victims;
    private final Workload workload;
    private final CrashLog log;

    public CrashRun(CrashOptions options, List<Victim> victims, Workload workload) {
        this.options = options;
        this.victims = List.copyOf(victims);
        this.workload = workload;
        this.log = CrashLog.open(workload.name(), options.full());
    }

    /**
     * Returns when all rounds have held.
     *
     * @param ground what the run stands on, for the head of the log
     * @throws AssertionError as soon as a promise was broken; the log says so as well
     */
    public void run(String ground) {
        long began = System.nanoTime();
        log.say("crash run of " + workload.name() + " service, " + now());
        log.say("seed " + options.seed() + ", rounds " + options.rounds() + "; " + ground);
        try {
            List<Blow> blows =
                    Blow.deal(new Random(options.seed()), options.rounds(), victims.size());
            for (int i = 0; i < blows.size(); i++) {
                log.say("round " + (i + 1) + ": " + round(blows.get(i)));
            }
            log.say("at the end: " + workload.checkAll());
        } catch (RuntimeException | AssertionError broken) {
            log.say("BROKEN after " + seconds(began) + ": " + broken.getMessage());
            throw broken;
        }
        log.say("HELD: all " + options.rounds() + " rounds, in " + seconds(began) + ", " + now());
    }

    private String round(Blow blow) {
        Victim victim = victims.get(blow.victim());
        workload.resume();
        sleep(blow.after());
        victim.kill();
        sleep(blow.down());
        long restarted = System.nanoTime();
        victim.restart();
        String ready = seconds(restarted);
        awaitProgress();
        String recovered = seconds(restarted);
        workload.pause();
        return "%s killed after %d ms, down %d ms, ready in %s, recovered in %s; %s"
                .formatted(
                        victim.name(),
                        blow.after().toMillis(),
                        blow.down().toMillis(),
                        ready,
                        recovered,
                        workload.check());
    }

    /** Where nothing moves any more, a loss may be why; then it is the better message. */
    private void awaitProgress() {
        try {
            workload.awaitProgress();
        } catch (AssertionError stuck) {
            workload.pause();
            workload.check();
            throw stuck;
        }
    }

    private static void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static String seconds(long began) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
