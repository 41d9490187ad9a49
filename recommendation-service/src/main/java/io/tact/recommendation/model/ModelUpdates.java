package io.tact.recommendation.model;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.recommendation.catalogue.KnownItems;
import io.tact.recommendation.history.Histories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Keeps the model as new as its making allows, on a thread of its own. */
@ApplicationScoped
public class ModelUpdates {
    private static final Logger LOG = Logger.getLogger(ModelUpdates.class);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final BuildModel buildModel;
    private final KnownItems items;
    private final Histories histories;
    private final ModelAge age;
    private final ModelConfig config;
    private final Thread thread = new Thread(this::run, "model");
    private volatile boolean running = true;
    private volatile long builtFrom;

    ModelUpdates(
            BuildModel buildModel,
            KnownItems items,
            Histories histories,
            ModelAge age,
            ModelConfig config) {
        this.buildModel = buildModel;
        this.items = items;
        this.histories = histories;
        this.age = age;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        thread.interrupt();
    }

    private void run() {
        long consentDue = System.nanoTime();
        long forgetDue = System.nanoTime() + FORGET_EVERY.toNanos();
        while (running) {
            long began = System.nanoTime();
            try {
                boolean due = changes() != builtFrom;
                if (due || began - consentDue >= 0) {
                    due |= buildModel.consentChanged();
                    consentDue = began + config.consentEvery().toNanos();
                }
                if (due) {
                    long from = changes();
                    Instant oldest = age.takeOldest();
                    buildModel.build();
                    age.record(oldest);
                    builtFrom = from;
                }
                if (began - forgetDue >= 0) {
                    histories.keepSince(Instant.now().minus(config.historyKept()).toEpochMilli());
                    forgetDue = began + FORGET_EVERY.toNanos();
                }
            } catch (RuntimeException trouble) {
                LOG.errorf(trouble, "The last model stays: no new one could be made");
            }
            pause(System.nanoTime() - began);
        }
    }

    /** What a model that {@link #holds} it was made from, or more. */
    public long changes() {
        return items.changes() + histories.changes();
    }

    /** Whether the current model was made from all that was known then. */
    public boolean holds(long changes) {
        return builtFrom >= changes;
    }

    private void pause(long tookNanos) {
        try {
            Thread.sleep(Math.max(config.rebuildEvery().toMillis(), 2 * tookNanos / 1_000_000));
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
