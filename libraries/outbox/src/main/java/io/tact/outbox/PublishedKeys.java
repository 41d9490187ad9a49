package io.tact.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Which keys of a topic belong to somebody: what a service has published and no longer knows of can
 * only be found where it was published.
 */
public final class PublishedKeys {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;

    /**
     * @param kafka client properties, {@code bootstrap.servers} at least
     */
    public PublishedKeys(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", 5_000);
        this.kafka = Map.copyOf(settings);
    }

    /**
     * Reads only the partitions in which these names stand, once for all of them. Waits.
     *
     * @param names identity-keys or persons; each is a key itself, or all of one before the first
     *     {@code /}
     * @return the keys that have a value at the end of the topic, sorted
     * @throws org.apache.kafka.common.KafkaException if the topic cannot be read
     */
    public Set<String> of(String topic, Set<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        try (var consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic, names);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions), names);
        }
    }

    private static List<TopicPartition> partitions(
            Consumer<?, ?> consumer, String topic, Set<String> names) {
        int count = consumer.partitionsFor(topic).size();
        return names.stream()
                .map(name -> KeyPrefixPartitioner.partition(name, count))
                .distinct()
                .map(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> read(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Set<String> names) {
        var found = new TreeSet<String>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                String key = record.key();
                if (key != null && names.contains(name(key))) {
                    if (record.value() == null) {
                        found.remove(key);
                    } else {
                        found.add(key);
                    }
                }
            }
        }
        return found;
    }

    private static String name(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
