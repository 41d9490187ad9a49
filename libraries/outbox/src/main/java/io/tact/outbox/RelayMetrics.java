package io.tact.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long rows wait for Kafka, and how often the way was closed. */
public final class RelayMetrics {
    private final Timer lag;
    private final Counter interrupted;

    public RelayMetrics(MeterRegistry registry) {
        lag =
                Timer.builder("outbox.lag")
                        .description("From the writing of a row to its committed publication")
                        .publishPercentileHistogram()
                        .register(registry);
        interrupted =
                Counter.builder("outbox.interruptions")
                        .description("Times the relay lost the broker, the database or its place")
                        .register(registry);
    }

    void published(List<OutboxRow> rows) {
        Instant now = Instant.now();
        for (OutboxRow row : rows) {
            Duration waited = Duration.between(row.createdAt(), now);
            lag.record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    void interrupted() {
        interrupted.increment();
    }
}
