package io.tact.consent.client.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Limits on behalf of persons, as profile-service publishes them. */
public final class LimitStates implements AutoCloseable {
    private static final String TOPIC = "privacy.limit.v1";

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final Map<IdentityKey, Long> versions = new HashMap<>();

    public LimitStates(String bootstrapServers, String topicPrefix) {
        this.topic = topicPrefix + TOPIC;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "linger.ms",
                                0),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Returns when the broker has it. */
    public synchronized void limit(IdentityKey key, boolean restricted, boolean objected) {
        send(
                key,
                "{\"version\":%d,\"restricted\":%b,\"objected\":%b,\"at\":\"%s\"}"
                        .formatted(
                                versions.merge(key, 1L, Long::sum),
                                restricted,
                                objected,
                                Instant.now()));
    }

    /** What nobody understands, or a tombstone. */
    public void send(IdentityKey key, @Nullable String value) {
        try {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    key.value(),
                                    value == null ? null : value.getBytes(UTF_8)))
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception trouble) {
            throw new IllegalStateException("The broker did not take a limit", trouble);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
