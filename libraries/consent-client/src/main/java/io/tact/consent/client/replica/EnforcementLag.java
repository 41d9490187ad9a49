package io.tact.consent.client.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.DateTimeException;
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
        var header = record.headers().lastHeader("ce_time");
        if (header == null) {
            return;
        }
        try {
            Instant written = Instant.parse(new String(header.value(), UTF_8));
            Duration waited = Duration.between(written, Instant.now());
            if (written.isAfter(since)) {
                timer.record(waited.isNegative() ? Duration.ZERO : waited);
            }
        } catch (DateTimeException unreadable) {
            // a missing measurement is no reason to stop obeying
        }
    }
}
