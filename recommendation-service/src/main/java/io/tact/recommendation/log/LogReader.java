package io.tact.recommendation.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.topic.RecordTime;
import io.tact.recommendation.history.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows all topics on one thread: first everything there is, then what comes. After any trouble
 * it goes on where it was; what is in memory stays and is answered from. It does not begin before
 * it is known who is forgotten.
 */
@ApplicationScoped
class LogReader {
    private static final Logger LOG = Logger.getLogger(LogReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_MISSING = Duration.ofSeconds(5);

    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final LogStanding standing;
    private final Forgotten forgotten;
    private final Turns turns;
    private final MeterRegistry metrics;
    private final String bootstrapServers;
    private final Thread thread = new Thread(this::run, "log");
    private volatile boolean running = true;
    private volatile @Nullable Consumer<?, ?> reading;

    LogReader(
            @All List<Topic> all,
            LogStanding standing,
            Forgotten forgotten,
            Turns turns,
            MeterRegistry metrics,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        all.forEach(topic -> topics.put(prefix.orElse("") + topic.name(), topic));
        this.standing = standing;
        this.forgotten = forgotten;
        this.turns = turns;
        this.metrics = metrics;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        forgotten.whenRead().thenRun(thread::start);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        Consumer<?, ?> waiting = reading;
        if (waiting != null) {
            waiting.wakeup();
        }
    }

    private void run() {
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(
                            settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                while (running) {
                    follow(consumer);
                }
            } catch (WakeupException stopped) {
                LOG.debug("The reader of the log was stopped");
            } catch (KafkaException trouble) {
                standing.lost();
                LOG.warnf("The log cannot be followed for now: cause=%s", trouble.getMessage());
                pause();
            }
        }
    }

    /** Until it is time to look again for a topic that did not exist. */
    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                topics.keySet().stream()
                        .flatMap(topic -> partitions(consumer, topic).stream())
                        .toList();
        boolean complete =
                partitions.stream().map(TopicPartition::topic).distinct().count() == topics.size();
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        standing.following(complete);
        long end = System.nanoTime() + LOOK_FOR_MISSING.toNanos();
        while (running && (complete || System.nanoTime() - end < 0)) {
            consumer.poll(POLL).forEach(record -> turns.take(() -> read(record)));
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (complete && !standing.isCaughtUp() && hasReached(ends)) {
                standing.caughtUp();
                LOG.info("The log was read to its end");
            }
        }
        if (!complete) {
            LOG.warn("A topic does not exist yet");
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        return known == null
                ? List.of()
                : known.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        Topic topic = topics.get(record.topic());
        if (topic == null || record.key() == null) {
            return;
        }
        try {
            if (record.value() == null) {
                topic.remove(record.key());
            } else {
                read(topic, record);
            }
        } catch (IOException | RuntimeException unreadable) {
            metrics.counter("recommendation.log.unreadable", "topic", topic.name()).increment();
            LOG.warnf(
                    "A record was not understood: topic=%s partition=%d offset=%d cause=%s",
                    topic.name(),
                    record.partition(),
                    record.offset(),
                    unreadable.getClass().getSimpleName());
        }
    }

    private static void read(Topic topic, ConsumerRecord<String, byte[]> record)
            throws IOException {
        try {
            topic.read(record.key(), record.value(), RecordTime.of(record));
        } catch (IOException | RuntimeException unreadable) {
            topic.refuse(record.key());
            throw unreadable;
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "fetch.max.wait.ms",
                100,
                "max.poll.records",
                5_000,
                "default.api.timeout.ms",
                5_000,
                "request.timeout.ms",
                4_000,
                "reconnect.backoff.max.ms",
                500,
                "allow.auto.create.topics",
                false);
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
