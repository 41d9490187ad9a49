package io.tact.profile.computed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Follows {@code catalogue.item.v1}: of what kind an item is, and whether it is of a protected
 * category. An item that is gone stays what it was, since it was looked at.
 */
@ApplicationScoped
class ItemReader {
    private static final Logger LOG = Logger.getLogger(ItemReader.class);
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final KnownItems items;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    ItemReader(KnownItems items, ObjectMapper json, MeterRegistry metrics) {
        this.items = items;
        this.json = json;
        this.metrics = metrics;
    }

    /** Waits for the database however long it is away. */
    @Incoming("items")
    Uni<Void> read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Uni.createFrom().voidItem();
        }
        ItemRecord item;
        try {
            item = json.readValue(record.value(), ItemRecord.class);
        } catch (IOException notUnderstood) {
            return skip(record);
        }
        return items.follow(
                        item.itemId(),
                        item.productType(),
                        item.category(),
                        item.sensitive().toArray(String[]::new),
                        item.version())
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely();
    }

    private Uni<Void> skip(ConsumerRecord<?, ?> record) {
        metrics.counter("profile.records.unreadable", "topic", record.topic()).increment();
        LOG.warnf(
                "A record was not understood and is left out: topic=%s partition=%d offset=%d",
                record.topic(), record.partition(), record.offset());
        return Uni.createFrom().voidItem();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ItemRecord(
            @JsonProperty(required = true) String itemId,
            @JsonProperty(required = true) String productType,
            @JsonProperty(required = true) String category,
            @JsonProperty(required = true) List<String> sensitive,
            @JsonProperty(required = true) long version) {}
}
