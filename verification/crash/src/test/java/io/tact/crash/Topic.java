package io.tact.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.test.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What goes out of the service, a moment after it is committed. */
public final class Topic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    /** Five heartbeats would come. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Installation installation;
    private final String name;
    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;

    public Topic(Installation installation, String name) {
        this.installation = installation;
        this.name = name;
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        installation.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false);
        consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        partitions =
                consumer.partitionsFor(name).stream()
                        .map(info -> new TopicPartition(name, info.partition()))
                        .toList();
        consumer.assign(partitions);
    }

    /** Whoever loses the database before loses with it what was to go out. */
    public void awaitAllThatIsCommitted() {
        List<String> written = installation.ask(database -> Outbox.ids(database, name));
        assertThat(written).as("rows for " + name).isNotEmpty();
        consumer.seekToBeginning(partitions);
        var out = new HashSet<String>();
        Eventually.holds(
                written.size() + " records of " + name,
                () -> {
                    consumer.poll(POLL).forEach(record -> out.add(id(record)));
                    return out.containsAll(written);
                });
    }

    public void demandSilence() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        long began = System.nanoTime();
        while (System.nanoTime() - began < QUIET.toNanos()) {
            ConsumerRecords<String, String> records = consumer.poll(POLL);
            assertThat(records.count()).as("records of " + name).isZero();
        }
    }

    private static String id(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
