package io.tact.recommendation.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * From an event's arrival at the shop to the first model that holds it ({@code
 * recommendation.model.lag}), the longest of each model. By the wall clocks of two machines.
 */
@ApplicationScoped
public class ModelAge {
    private final Timer timer;
    private final Instant since = Instant.now();
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();

    public ModelAge(MeterRegistry metrics) {
        timer =
                Timer.builder("recommendation.model.lag")
                        .description("From an event's arrival to the first model that holds it")
                        .publishPercentileHistogram()
                        .register(metrics);
    }

    /** What arrived before this replica began was not late, it was history. */
    public void arrived(Instant at) {
        if (at.isAfter(since)) {
            oldest.accumulateAndGet(
                    at, (known, read) -> known == null || read.isBefore(known) ? read : known);
        }
    }

    @Nullable Instant takeOldest() {
        return oldest.getAndSet(null);
    }

    void record(@Nullable Instant arrived) {
        if (arrived != null) {
            Duration lag = Duration.between(arrived, Instant.now());
            timer.record(lag.isNegative() ? Duration.ZERO : lag);
        }
    }
}
