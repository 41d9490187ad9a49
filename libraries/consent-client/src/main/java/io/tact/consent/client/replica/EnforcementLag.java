package io.tact.consent.client.replica;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tact.consent.client.topic.RecordTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * From the answer of a person to the moment this service obeys it ({@code
 * consent.enforcement.lag}). By the wall clocks of two machines.
 */
final class EnforcementLag {
    private final Timer timer;
    private final Instant since = Instant.now();

    EnforcementLag(MeterRegistry registry) {
        timer =
                Timer.builder("consent.enforcement.lag")
                        .publishPercentileHistogram()
                        .register(registry);
    }

    /** What was written before this replica began was not late, it was history. */
    void record(ConsumerRecord<?, ?> record) {
        // a missing measurement is no reason to stop obeying
        RecordTime.stated(record).filter(written -> written.isAfter(since)).ifPresent(this::waited);
    }

    private void waited(Instant written) {
        Duration waited = Duration.between(written, Instant.now());
        timer.record(waited.isNegative() ? Duration.ZERO : waited);
    }
}
