package io.tact.consent.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How the ledger grows, and whether anybody tampers with it. */
@ApplicationScoped
class LedgerMetrics {
    private final Timer signed;
    private final Counter refused;
    private final AtomicLong size = new AtomicLong();
    private final AtomicInteger stopped = new AtomicInteger();

    LedgerMetrics(MeterRegistry registry) {
        signed =
                Timer.builder("ledger.signing")
                        .description(
                                "From the recording of an entry to a signed checkpoint with it")
                        .publishPercentileHistogram()
                        .register(registry);
        refused =
                Counter.builder("ledger.entries.refused")
                        .description("Entries that this service did not write: somebody else did")
                        .register(registry);
        Gauge.builder("ledger.size", size, AtomicLong::get)
                .description("Entries under the newest checkpoint, on the replica that signs")
                .register(registry);
        Gauge.builder("ledger.stopped", stopped, AtomicInteger::get)
                .description("1 while this replica refuses to sign what its database holds")
                .register(registry);
    }

    void signed(Batch batch, List<WaitingEntry> waiting, Instant now) {
        size.set(batch.checkpoint().head().size());
        refused.increment(batch.refused().size() + batch.refusedLeafIds().size());
        waiting.forEach(
                entry ->
                        entry.written()
                                .map(written -> Duration.between(written.recordedAt(), now))
                                .filter(waited -> !waited.isNegative())
                                .ifPresent(signed::record));
    }

    /** The writer refuses this database. */
    void stopped(boolean now) {
        stopped.set(now ? 1 : 0);
    }
}
