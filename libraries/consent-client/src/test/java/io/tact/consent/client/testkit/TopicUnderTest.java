package io.tact.consent.client.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, as far as a test wants to. */
public final class TopicUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, String> consumer;

    public TopicUnderTest(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer());
        consumer.assign(
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** All records up to one that a test waits for, of all keys and in the order of reading. */
    public List<ConsumerRecord<String, String>> readUntil(
            Predicate<ConsumerRecord<String, String>> last) {
        var read = new ArrayList<ConsumerRecord<String, String>>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                read.add(record);
                if (last.test(record)) {
                    return read;
                }
            }
        }
        throw new AssertionError("It did not come; what came: " + read);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
