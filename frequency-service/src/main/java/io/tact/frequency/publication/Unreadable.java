package io.tact.frequency.publication;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Records that nobody here understands. They are counted, named and left out: what they would have
 * stopped stays as it was, and nothing is opened by them.
 */
@ApplicationScoped
public class Unreadable {
    private static final Logger LOG = Logger.getLogger(Unreadable.class);

    private final MeterRegistry metrics;

    Unreadable(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    public Uni<Void> skip(ConsumerRecord<?, ?> record) {
        metrics.counter("frequency.records.unreadable", "topic", record.topic()).increment();
        LOG.warnf(
                "A record was not understood and is left out: topic=%s partition=%d offset=%d",
                record.topic(), record.partition(), record.offset());
        return Uni.createFrom().voidItem();
    }
}
