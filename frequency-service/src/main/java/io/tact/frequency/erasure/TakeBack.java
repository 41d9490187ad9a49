package io.tact.frequency.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.tact.consent.client.erasure.Erasure;
import io.tact.frequency.publication.FrequencyRelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Takes back what was published of the erased, on a thread of its own: reading whole topics takes
 * its time, and meanwhile the rows of whoever comes next must not wait. With the broker or the
 * database away it tries again until they return; what a crash interrupts is open at the next
 * start.
 */
@ApplicationScoped
class TakeBack {
    private static final Logger LOG = Logger.getLogger(TakeBack.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final InFlight inFlight;
    private final FindPublished finding;
    private final AnswerErasure answering;
    private final FrequencyRelay relay;
    private final BlockingQueue<Erasure> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var one = new Thread(work, "takes back what was published");
                        one.setDaemon(true);
                        return one;
                    });

    TakeBack(
            InFlight inFlight,
            FindPublished finding,
            AnswerErasure answering,
            FrequencyRelay relay) {
        this.inFlight = inFlight;
        this.finding = finding;
        this.answering = answering;
        this.relay = relay;
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    void close() {
        thread.shutdownNow();
    }

    /** Of erasures whose rows are empty; all that wait by then share one look into the topics. */
    void soon(Collection<Erasure> erasures) {
        waiting.addAll(erasures);
        thread.execute(this::all);
    }

    private void all() {
        List<Erasure> erasures = new ArrayList<>();
        waiting.drainTo(erasures);
        while (!erasures.isEmpty() && !thread.isShutdown()) {
            try {
                take(erasures);
                return;
            } catch (RuntimeException trouble) {
                LOG.warnf(
                        "What was published of the erased waits: erasures=%d cause=%s",
                        erasures.size(), trouble.getMessage());
                pause();
                waiting.drainTo(erasures);
            }
        }
    }

    private void take(List<Erasure> erasures) {
        inFlight.waitUntilOver();
        Published published = finding.of(erasures.stream().map(Traces::of).toList());
        erasures.forEach(erasure -> answering.answer(erasure, published).await().indefinitely());
        relay.nudge();
        LOG.infof("Somebody was forgotten: erasures=%d", erasures.size());
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
