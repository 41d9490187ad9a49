package io.tact.consent.client.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.erasure.Forgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the whole of {@code privacy.limit.v1} from its beginning, as consent is read, and starts
 * again after any trouble. When the broker is away, the lease of consent lapses and refuses.
 */
@ApplicationScoped
class LimitTopicReader {
    private static final Logger LOG = Logger.getLogger(LimitTopicReader.class);
    private static final String TOPIC = "privacy.limit.v1";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Limits limits;
    private final Forgotten forgotten;
    private final ConsentConfig config;
    private final LimitTopic meaning;
    private final String topic;
    private final String bootstrapServers;
    private final long startedNanos = System.nanoTime();
    private final Thread thread = new Thread(this::run, "limit-replica");
    private volatile boolean running = true;

    LimitTopicReader(
            Limits limits,
            Forgotten forgotten,
            ConsentConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.limits = limits;
        this.forgotten = forgotten;
        this.config = config;
        this.meaning = new LimitTopic(limits, forgotten, json);
        this.topic = prefix.orElse("") + TOPIC;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        if (config.replica()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        LockSupport.unpark(thread);
    }

    /**
     * As {@code ConsentTopicReader}: complete, or so long without a broker that refusing is better.
     */
    boolean isReady() {
        return !config.replica()
                || limits.isComplete()
                || System.nanoTime() - startedNanos > config.readyWithoutBroker().toNanos();
    }

    private void run() {
        forgotten.whenRead().toCompletableFuture().join();
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(
                            settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (KafkaException trouble) {
                LOG.warnf("Limits cannot be followed for now: cause=%s", trouble.getMessage());
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + topic + " does not exist yet");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(meaning::read);
            if (!limits.isComplete() && hasReached(consumer, ends)) {
                limits.complete();
            }
        }
    }

    private static boolean hasReached(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
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
        if (running) {
            LockSupport.parkNanos(this, RETRY.toNanos());
        }
    }
}
