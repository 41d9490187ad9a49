package io.tact.consent.client.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** When a record was written, by the clock of the service that it is of. */
public final class RecordTime {
    private RecordTime() {}

    /** A copy that does not say it was written when it came. */
    public static Instant of(ConsumerRecord<?, ?> record) {
        return stated(record).orElseGet(() -> Instant.ofEpochMilli(record.timestamp()));
    }

    /** Empty where the header {@code ce_time} is missing or no time. */
    public static Optional<Instant> stated(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader("ce_time");
        try {
            return Optional.ofNullable(header)
                    .map(time -> Instant.parse(new String(time.value(), UTF_8)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
