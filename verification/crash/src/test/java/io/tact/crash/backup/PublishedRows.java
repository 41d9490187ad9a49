package io.tact.crash.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.crash.Installation;
import io.tact.crash.consents.Outbox;
import io.tact.localstack.test.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What is committed goes out a moment later; in between, whoever loses the database loses it with
 * what was to go out.
 */
final class PublishedRows {
    private static final Duration POLL = Duration.ofMillis(100);

    private PublishedRows() {}

    /** Until the topic has every row that was written for it. */
    static void awaitAll(Installation installation, String topic) {
        List<String> written = installation.ask(database -> Outbox.ids(database, topic));
        assertThat(written).as("rows for " + topic).isNotEmpty();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        installation.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var out = new HashSet<String>();
            Eventually.get(
                    written.size() + " records of " + topic,
                    () -> more(consumer, out),
                    all -> all.containsAll(written));
        }
    }

    private static Set<String> more(KafkaConsumer<String, String> consumer, Set<String> out) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
            byte[] id = record.headers().lastHeader("ce_id").value();
            out.add(new String(id, StandardCharsets.UTF_8));
        }
        return out;
    }
}
