package io.tact.recommendation.served;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.relay.RecommendationRelay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Takes answers without waiting, and writes them on a thread of its own. */
@ApplicationScoped
public class ServedAnswers {
    private static final Logger LOG = Logger.getLogger(ServedAnswers.class);
    private static final int BATCH = 1_000;
    private static final int BEFORE_THE_RELAY_ENDS = 1;

    private final BlockingQueue<ServedAnswer> waiting;
    private final List<ServedAnswer> batch = new ArrayList<>(BATCH);
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Map<IdentityKey, Instant> forgottenUntil = new ConcurrentHashMap<>();
    private final ServedStore store;
    private final RecommendationRelay relay;
    private final Duration writeEvery;
    private final Counter lost;
    private final Thread thread = new Thread(this::run, "served");
    private volatile boolean running = true;

    ServedAnswers(
            ServedStore store,
            RecommendationRelay relay,
            ServedConfig config,
            MeterRegistry metrics) {
        this.store = store;
        this.relay = relay;
        this.writeEvery = config.writeEvery();
        this.waiting = new ArrayBlockingQueue<>(config.backlog());
        this.lost =
                Counter.builder("recommendation.served.lost")
                        .description("Personal answers of which no record was kept")
                        .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(BEFORE_THE_RELAY_ENDS) ShutdownEvent event)
            throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    /** Returns at once. */
    public void add(ServedAnswer answer) {
        if (!waiting.offer(answer)) {
            lost.increment();
        }
    }

    /**
     * Waits for what is being written. From then on nothing is that was asked for until that
     * moment.
     */
    public void forget(Set<IdentityKey> keys, Instant until) {
        keys.forEach(
                key ->
                        forgottenUntil.merge(
                                key, until, (one, other) -> one.isAfter(other) ? one : other));
        writing.lock();
        try {
            batch.removeIf(this::isForgotten);
            waiting.removeIf(this::isForgotten);
        } finally {
            writing.unlock();
        }
    }

    private boolean isForgotten(ServedAnswer answer) {
        Instant until = forgottenUntil.get(answer.key());
        return until != null && !answer.at().isAfter(until);
    }

    private void run() {
        while (running) {
            pause();
            writeAll();
        }
        writeAll();
    }

    /** A batch that the database did not take is tried again the next time. */
    private void writeAll() {
        try {
            boolean more = true;
            while (more) {
                more = writeBatch();
            }
        } catch (RuntimeException trouble) {
            LOG.warnf(
                    "What was served waits: answers=%d cause=%s",
                    batch.size() + waiting.size(), trouble.getMessage());
        }
    }

    private boolean writeBatch() {
        writing.lock();
        try {
            if (batch.isEmpty() && waiting.drainTo(batch, BATCH) == 0) {
                return false;
            }
            batch.removeIf(this::isForgotten);
            if (!batch.isEmpty()) {
                store.write(batch);
                batch.clear();
                relay.nudge();
            }
            return true;
        } finally {
            writing.unlock();
        }
    }

    private void pause() {
        try {
            Thread.sleep(writeEvery.toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
