package io.tact.consent.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads our own checkpoints back from {@code consent.checkpoint.v1}, on every replica and in no
 * consumer group: what comes back is what everybody can see, whatever becomes of the database.
 */
@ApplicationScoped
class CheckpointReader {
    private static final Logger LOG = Logger.getLogger(CheckpointReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final PublishedCheckpoint published;
    private final ObjectMapper json;
    private final String topic;
    private final Map<String, Object> kafka;
    private final Thread thread = new Thread(this::run, "checkpoint-reader");
    private volatile boolean running = true;

    CheckpointReader(
            PublishedCheckpoint published,
            ObjectMapper json,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.published = published;
        this.json = json;
        this.topic = prefix.orElse("") + LedgerWriter.TOPIC;
        this.kafka =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", "5000",
                        "reconnect.backoff.max.ms", "500");
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(
                            kafka, new StringDeserializer(), new StringDeserializer())) {
                follow(consumer);
            } catch (KafkaException trouble) {
                LOG.warnf("Checkpoints wait: cause=%s", trouble.getMessage());
                LockSupport.parkNanos(this, RETRY.toNanos());
            }
        }
    }

    private void follow(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(this::read);
            if (!published.isKnown()
                    && partitions.stream()
                            .allMatch(at -> consumer.position(at) >= ends.getOrDefault(at, 0L))) {
                published.readToItsEnd();
            }
        }
    }

    private void read(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            return;
        }
        try {
            published.offer(json.readTree(record.value()).path("checkpoint").asText());
        } catch (JsonProcessingException notOurs) {
            LOG.warnf(
                    "A record is no checkpoint: partition=%d offset=%d",
                    record.partition(), record.offset());
        }
    }
}
