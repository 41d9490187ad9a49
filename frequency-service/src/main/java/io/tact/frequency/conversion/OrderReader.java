package io.tact.frequency.conversion;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.frequency.publication.Unreadable;
import io.tact.frequency.publication.UntilItWorks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Follows {@code profile.event.v1}, and of it the orders alone. */
@Startup
@ApplicationScoped
class OrderReader {
    private final StopAdvertising stopping;
    private final Forgotten forgotten;
    private final ObjectMapper json;
    private final Unreadable unreadable;
    private final FrequencyRelay relay;
    private final Timer lag;
    private final Instant since = Instant.now();

    OrderReader(
            StopAdvertising stopping,
            Forgotten forgotten,
            ObjectMapper json,
            Unreadable unreadable,
            FrequencyRelay relay,
            MeterRegistry metrics) {
        this.stopping = stopping;
        this.forgotten = forgotten;
        this.json = json;
        this.unreadable = unreadable;
        this.relay = relay;
        this.lag =
                Timer.builder("frequency.stop.lag")
                        .description("From the receipt of an order to the end of its advertising")
                        .publishPercentileHistogram()
                        .register(metrics);
    }

    @Incoming("events")
    Uni<Void> read(ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom().completionStage(forgotten.whenRead()).chain(() -> stop(record));
    }

    private Uni<Void> stop(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Uni.createFrom().voidItem();
        }
        OrderEvent event;
        try {
            event = json.readValue(record.value(), OrderEvent.class);
        } catch (IOException | RuntimeException notUnderstood) {
            return unreadable.skip(record);
        }
        if (event == null) {
            return unreadable.skip(record);
        }
        if (!event.isOrder() || event.items().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return UntilItWorks.retry(
                        () -> stopping.stop(event.everybody(), event.known(), event.items()))
                .invoke(relay::nudge)
                .invoke(() -> measure(event.receivedAt()))
                .onFailure()
                .recoverWithUni(() -> unreadable.skip(record));
    }

    /** What was ordered before this replica began was not late, it was history. */
    private void measure(@Nullable Instant received) {
        if (received != null && received.isAfter(since)) {
            Duration waited = Duration.between(received, Instant.now());
            lag.record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }
}
