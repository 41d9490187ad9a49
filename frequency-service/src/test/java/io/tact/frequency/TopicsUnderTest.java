package io.tact.frequency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What other services say to this one, and what this one says. */
public final class TopicsUnderTest implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final String bootstrapServers;
    private final String prefix;
    private final KafkaProducer<String, String> producer;

    TopicsUnderTest(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                        new StringSerializer(),
                        new StringSerializer());
    }

    /** Returns when the broker has it. */
    public void send(String topic, String key, @Nullable String value) {
        try {
            producer.send(new ProducerRecord<>(prefix + topic, key, value))
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception trouble) {
            throw new IllegalStateException("The broker did not take a record", trouble);
        }
    }

    /** What each key of a topic says at its end; null for a tombstone. */
    public Map<String, @Nullable String> last(String topic) {
        var last = new HashMap<String, @Nullable String>();
        readToTheEnd(topic).forEach(record -> last.put(record.key(), record.value()));
        return last;
    }

    /** All records that a topic holds now. */
    public List<ConsumerRecord<String, String>> readToTheEnd(String topic) {
        try (var consumer = consumer(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            var read = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
            return read;
        }
    }

    private KafkaConsumer<String, String> consumer(String topic) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed",
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.assign(
                consumer.partitionsFor(prefix + topic).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    /** All records of a topic up to the first that fits. */
    public List<ConsumerRecord<String, String>> readUntil(
            String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        try (var consumer = consumer(topic)) {
            var read = new ArrayList<ConsumerRecord<String, String>>();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() < end) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    read.add(record);
                }
                if (read.stream().anyMatch(wanted)) {
                    return read;
                }
            }
            throw new AssertionError(
                    "Not in " + topic + ": " + read.stream().map(ConsumerRecord::key).toList());
        }
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
