package io.tact.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed to a topic from now on, and waits for it with a bound. */
final class TopicFollower implements AutoCloseable {
    static final String TOMBSTONE = "(tombstone)";

    private static final long PATIENCE_NANOS = Duration.ofSeconds(40).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final ArrayDeque<ConsumerRecord<String, byte[]>> read = new ArrayDeque<>();

    TopicFollower(String bootstrapServers, String topic) {
        this(bootstrapServers, topic, false);
    }

    static TopicFollower fromBeginning(String bootstrapServers, String topic) {
        return new TopicFollower(bootstrapServers, topic, true);
    }

    private TopicFollower(String bootstrapServers, String topic, boolean fromBeginning) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
    }

    List<ConsumerRecord<String, byte[]>> records(int count) {
        long began = System.nanoTime();
        while (read.size() < count) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new AssertionError("Only " + read.size() + " of " + count + " records came");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
        }
        var taken = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (taken.size() < count) {
            taken.add(read.poll());
        }
        return taken;
    }

    List<String> values(int count) {
        return records(count).stream().map(TopicFollower::text).toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? TOMBSTONE : new String(record.value(), UTF_8);
    }

    /** As many different ones, in the order of their first coming: a batch may come twice. */
    Set<String> distinctValues(int count) {
        var distinct = new LinkedHashSet<String>();
        while (distinct.size() < count) {
            distinct.addAll(values(1));
        }
        return distinct;
    }

    void nothingFor(int millis) {
        consumer.poll(Duration.ofMillis(millis)).forEach(read::add);
        if (!read.isEmpty()) {
            throw new AssertionError("Nothing should have come, but " + text(read.peek()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
