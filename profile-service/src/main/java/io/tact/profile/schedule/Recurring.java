package io.tact.profile.schedule;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One task on a thread of its own: at intervals, sooner when nudged, never twice at a time. A
 * failure is logged and the next turn tries again.
 */
public final class Recurring implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Recurring.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final String name;
    private final Duration every;
    private final Supplier<Uni<Void>> task;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean nudged;

    private Recurring(String name, Duration every, Supplier<Uni<Void>> task) {
        this.name = name;
        this.every = every;
        this.task = task;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public static Recurring start(String name, Duration every, Supplier<Uni<Void>> task) {
        var recurring = new Recurring(name, every, task);
        recurring.thread.start();
        return recurring;
    }

    /** The next turn is now. */
    public void nudge() {
        nudged = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            nudged = false;
            turn();
            if (running && !nudged) {
                LockSupport.parkNanos(this, every.toNanos());
            }
        }
    }

    private void turn() {
        try {
            task.get().await().atMost(LONGEST);
        } catch (RuntimeException trouble) {
            if (running) {
                LOG.warnf("A turn failed and is tried again: task=%s cause=%s", name, trouble);
            }
        }
    }
}
