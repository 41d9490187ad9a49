package io.tact.consent.client.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Answers on behalf of persons, and the heartbeat behind them.
 *
 * <pre>{@code
 * try (var consents = new ConsentStates(bootstrapServers, topicPrefix)) {
 *     consents.heartbeat(true);
 *     ConsentSeq seq = consents.grant(keys.of(Identity.visitor("a")), Purpose.EXPERIENCE);
 *     // show seq.header() in Consent-Seq: the service then answers with it, or refuses
 * }
 * }</pre>
 */
public final class ConsentStates implements AutoCloseable {
    private static final String TOPIC = "consent.state.v1";

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final String epoch = UUID.randomUUID().toString();
    private final Map<IdentityKey, Long> versions = new HashMap<>();
    private final Map<IdentityKey, Map<Purpose, Answer>> answers = new HashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        var thread = new Thread(task, "heartbeat");
                        thread.setDaemon(true);
                        return thread;
                    });
    private @Nullable ScheduledFuture<?> beating;

    public ConsentStates(String bootstrapServers, String topicPrefix) {
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

    /** Adds grants to what this identity has answered so far. Returns when the broker has it. */
    public ConsentSeq grant(IdentityKey key, Purpose... purposes) {
        return answer(key, Answer.now("granted"), purposes);
    }

    /** Adds grants that count from this time, as the client's clock may say. */
    public synchronized ConsentSeq grantSince(Instant at, IdentityKey key, Purpose... purposes) {
        return answer(key, new Answer("granted", at), purposes);
    }

    /** Adds refusals. */
    public ConsentSeq refuse(IdentityKey key, Purpose... purposes) {
        return answer(key, Answer.now("refused"), purposes);
    }

    /** Takes back. */
    public ConsentSeq withdraw(IdentityKey key, Purpose... purposes) {
        return answer(key, Answer.now("withdrawn"), purposes);
    }

    /** Forgets: a tombstone. */
    public synchronized void erase(IdentityKey key) {
        answers.remove(key);
        send(new ProducerRecord<>(topic, key.value(), null));
    }

    /**
     * A withdrawal that was acknowledged but is not published: its seq is ahead of every replica.
     */
    public synchronized ConsentSeq withdrawUnpublished(IdentityKey key, Purpose... purposes) {
        record(key, Answer.now("withdrawn"), purposes);
        return next(key);
    }

    /** Beats every 200 ms, as consent-service does, or stops. */
    public synchronized ConsentStates heartbeat(boolean on) {
        if (beating != null) {
            beating.cancel(false);
            beating = null;
        }
        if (on) {
            beating = clock.scheduleAtFixedRate(this::beat, 0, 200, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    private synchronized ConsentSeq answer(IdentityKey key, Answer answer, Purpose... purposes) {
        record(key, answer, purposes);
        ConsentSeq seq = next(key);
        send(new ProducerRecord<>(topic, key.value(), state(key, seq.version()).getBytes(UTF_8)));
        return seq;
    }

    private void record(IdentityKey key, Answer answer, Purpose... purposes) {
        var own = answers.computeIfAbsent(key, unasked -> new HashMap<>());
        Set.copyOf(Arrays.asList(purposes)).forEach(purpose -> own.put(purpose, answer));
    }

    private ConsentSeq next(IdentityKey key) {
        return new ConsentSeq(key, versions.merge(key, 1L, Long::sum));
    }

    private String state(IdentityKey key, long version) {
        var json =
                new StringBuilder("{\"version\":")
                        .append(version)
                        .append(",\"recordedAt\":\"")
                        .append(Instant.now())
                        .append("\",\"answers\":{");
        var named = new TreeMap<String, Answer>();
        answers.getOrDefault(key, Map.of())
                .forEach((purpose, answer) -> named.put(purpose.name(), answer));
        List<String> parts =
                named.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue().json())
                        .toList();
        return json.append(String.join(",", parts))
                .append("},\"unknownToUs\":")
                .append(version)
                .append('}')
                .toString();
    }

    private void beat() {
        byte[] value =
                ("{\"epoch\":\""
                                + epoch
                                + "\",\"markMillis\":"
                                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime())
                                + "}")
                        .getBytes(UTF_8);
        for (var partition : producer.partitionsFor(topic)) {
            producer.send(new ProducerRecord<>(topic, partition.partition(), "heartbeat", value));
        }
    }

    private void send(ProducerRecord<String, byte[]> record) {
        record.headers().add("ce_time", Instant.now().toString().getBytes(UTF_8));
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (Exception trouble) {
            throw new IllegalStateException("The broker did not take a consent", trouble);
        }
    }

    private record Answer(String word, Instant at) {
        static Answer now(String word) {
            return new Answer(word, Instant.now());
        }

        String json() {
            return "{\"answer\":\"" + word + "\",\"at\":\"" + at + "\"}";
        }
    }

    @Override
    public void close() {
        heartbeat(false);
        clock.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }
}
