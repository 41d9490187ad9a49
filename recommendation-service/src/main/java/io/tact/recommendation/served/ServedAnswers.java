package io.tact.recommendation.served;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.recommendation.relay.RecommendationRelay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/** Takes answers without waiting, and writes them on a thread of its own. */
@ApplicationScoped
public class ServedAnswers {
    private static final Logger LOG = Logger.getLogger(ServedAnswers.class);
    private static final int BATCH = 1_000;
    private static final int BEFORE_THE_RELAY_ENDS = 1;

    private final BlockingQueue<ServedAnswer> waiting;
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

    private void run() {
        List<ServedAnswer> batch = new ArrayList<>(BATCH);
        while (running) {
            pause();
            writeAll(batch);
        }
        writeAll(batch);
    }

    /** A batch that the database did not take is tried again the next time. */
    private void writeAll(List<ServedAnswer> batch) {
        try {
            while (!batch.isEmpty() || waiting.drainTo(batch, BATCH) > 0) {
                store.write(batch);
                batch.clear();
                relay.nudge();
            }
        } catch (RuntimeException trouble) {
            LOG.warnf(
                    "What was served waits: answers=%d cause=%s",
                    batch.size() + waiting.size(), trouble.getMessage());
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
