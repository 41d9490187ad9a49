package io.tact.recommendation;

import io.tact.localstack.test.TestStack;
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
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaConsumer<String, String> consumer;

    public TopicUnderTest(TestStack stack, String name) {
        String topic = stack.topicPrefix() + name;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                stack.bootstrapServers(),
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

    /** All records up to the one that is waited for. */
    public List<ConsumerRecord<String, String>> readUntil(
            Predicate<ConsumerRecord<String, String>> last) {
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                read.add(record);
                if (record.value() != null && last.test(record)) {
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
