package io.tact.consent.staff;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.consent.consents.AnswerKept;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Counts what is said, in memory and every two seconds into the table, so that no statement waits
 * for a counter. What a crash loses is two seconds of a statistic; the ledger has every answer.
 */
@ApplicationScoped
class CountAnswers {
    private static final Logger LOG = Logger.getLogger(CountAnswers.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final CountStore store;
    private final Vertx vertx;
    private Map<Counted, Long> counts = new HashMap<>();

    CountAnswers(CountStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), tick -> write());
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }

    synchronized void count(@Observes AnswerKept kept) {
        counts.merge(
                new Counted(kept.at().truncatedTo(ChronoUnit.HOURS), kept.purpose(), kept.answer()),
                1L,
                Long::sum);
    }

    /**
     * @param step {@code hour} or {@code day}
     */
    Uni<Map<Counted, Long>> between(Instant from, Instant to, String step) {
        return store.between(from, to, step);
    }

    private synchronized Map<Counted, Long> taken() {
        Map<Counted, Long> taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private void write() {
        Map<Counted, Long> taken = taken();
        if (!taken.isEmpty()) {
            store.add(taken)
                    .subscribe()
                    .with(
                            written -> {},
                            trouble ->
                                    LOG.warnf(
                                            "Some answers were not counted: answers=%d cause=%s",
                                            taken.size(), trouble.getMessage()));
        }
    }
}
