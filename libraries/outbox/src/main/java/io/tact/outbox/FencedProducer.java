package io.tact.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's side of a relay: one transaction a batch, and none at all for a relay that was replaced.
 */
final class FencedProducer implements AutoCloseable {
    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    private final Relayed relayed;
    private final KafkaProducer<String, byte[]> producer;

    /**
     * Names this relay's monotonic clock, so that a reader compares heartbeats of one clock only.
     */
    private final String epoch = UUID.randomUUID().toString();

    FencedProducer(Relayed relayed, Map<String, Object> kafka) {
        this.relayed = relayed;
        var settings = new HashMap<>(kafka);
        settings.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                relayed.topicPrefix() + relayed.name() + ".outbox");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, KeyPrefixPartitioner.class.getName());
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException unreachable) {
            producer.close(Duration.ZERO);
            throw unreachable;
        }
    }

    /**
     * Publishes rows and, behind them, a heartbeat into every partition, all or nothing.
     *
     * @param mark monotonic time of the moment of which the heartbeat speaks
     */
    void publish(List<OutboxRow> rows, CurrentLookup payloads, OptionalLong mark) {
        producer.beginTransaction();
        for (OutboxRow row : rows) {
            producer.send(record(row, payloads.payload(row)));
        }
        if (mark.isPresent()) {
            sendHeartbeats(mark.getAsLong());
        }
        producer.commitTransaction();
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row, @Nullable String payload) {
        var record =
                new ProducerRecord<>(
                        relayed.topicPrefix() + row.topic(),
                        row.key(),
                        payload == null ? null : payload.getBytes(UTF_8));
        describe(record.headers(), row.type(), row.xid() + "-" + row.id(), row.createdAt());
        if (row.requestId() != null) {
            put(record.headers(), "ce_requestid", row.requestId());
        }
        return record;
    }

    private void sendHeartbeats(long mark) {
        String topic = relayed.topicPrefix() + relayed.heartbeatTopic().orElseThrow();
        Instant now = Instant.now();
        byte[] value =
                ("{\"epoch\":\"" + epoch + "\",\"markMillis\":" + mark / 1_000_000 + "}")
                        .getBytes(UTF_8);
        for (var partition : producer.partitionsFor(topic)) {
            var record = new ProducerRecord<>(topic, partition.partition(), "heartbeat", value);
            describe(
                    record.headers(),
                    "io.tact.heartbeat.v1",
                    "heartbeat-" + now.toEpochMilli(),
                    now);
            producer.send(record);
        }
    }

    private void describe(Headers headers, String type, String id, Instant time) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_type", type);
        put(headers, "ce_source", "/" + relayed.name());
        put(headers, "ce_id", id);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
