package io.tact.crash.consents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A consumer of {@code consent.state.v1} that reads committed records from the first on. For each
 * key, versions never go down; one may come again, since the relay publishes at least once. It
 * never starts over: a record that was there and is gone ends it.
 */
final class TopicWatch implements Runnable {
    static final String TOPIC = "consent.state.v1";
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Consumer<String> contradict;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Standing> last = new ConcurrentHashMap<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private volatile long records;
    private volatile long repeated;

    TopicWatch(String bootstrapServers, Consumer<String> contradict) {
        this.bootstrapServers = bootstrapServers;
        this.contradict = contradict;
    }

    @Override
    public void run() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "none",
                        "enable.auto.commit", false,
                        "reconnect.backoff.max.ms", "500");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            follow(consumer);
        } catch (InterruptException stopped) {
            // as asked
        } catch (Exception ended) {
            contradict.accept("the topic cannot be read on: " + ended);
        }
    }

    void stop() {
        running = false;
    }

    /** What the last record of this identity says. */
    @Nullable Standing last(String identity) {
        return last.get(identity);
    }

    /** Whether the row of the outbox that is called so came out here. */
    boolean has(String id) {
        return ids.contains(id);
    }

    String tally() {
        return "topic records %d, of which %d came again".formatted(records, repeated);
    }

    private void follow(KafkaConsumer<String, String> consumer) throws JsonProcessingException {
        List<TopicPartition> partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(info -> new TopicPartition(TOPIC, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (running) {
            for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                if (!record.key().equals("heartbeat")) {
                    keep(record);
                }
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void keep(ConsumerRecord<String, String> record) throws JsonProcessingException {
        if (record.value() == null) {
            contradict.accept("nobody was erased, but the topic says so of " + record.key());
            return;
        }
        JsonNode state = json.readTree(record.value());
        var version = new Version(record.key(), state.path("version").asLong());
        Standing before = last.put(record.key(), Standing.of(version, state.path("answers")));
        Header id = record.headers().lastHeader("ce_id");
        records++;
        if (!ids.add(new String(id.value(), StandardCharsets.UTF_8))) {
            repeated++;
        }
        if (before != null && before.version().number() > version.number()) {
            contradict.accept("the topic says " + version + " after " + before.version());
        }
    }
}
