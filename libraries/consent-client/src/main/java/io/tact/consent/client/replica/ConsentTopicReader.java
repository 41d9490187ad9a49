package io.tact.consent.client.replica;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Reads the whole of {@code consent.state.v1} from its beginning, on a thread of its own and in no
 * consumer group: every replica needs everybody. Starts again from the beginning after any trouble;
 * meanwhile the lease lapses and refuses.
 */
@ApplicationScoped
class ConsentTopicReader {
    private static final Logger LOG = Logger.getLogger(ConsentTopicReader.class);
    private static final String TOPIC = "consent.state.v1";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final ConsentReplica replica;
    private final Forgotten forgotten;
    private final ConsentConfig config;
    private final ObjectMapper json;
    private final EnforcementLag lag;
    private final String topic;
    private final String bootstrapServers;
    private final long startedNanos = System.nanoTime();
    private final Thread thread = new Thread(this::run, "consent-replica");
    private volatile boolean running = true;
    private volatile boolean caughtUp;

    ConsentTopicReader(
            ConsentReplica replica,
            Forgotten forgotten,
            ConsentConfig config,
            ObjectMapper json,
            MeterRegistry metrics,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.replica = replica;
        this.forgotten = forgotten;
        this.config = config;
        this.json = json;
        this.lag = new EnforcementLag(metrics);
        this.topic = prefix.orElse("") + TOPIC;
        this.bootstrapServers = bootstrapServers;
        Gauge.builder("consent.replica.identities", replica, ConsentReplica::size)
                .register(metrics);
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

    /** Caught up once, or so long without a broker that refusing is better than not answering. */
    boolean isReady() {
        return !config.replica()
                || caughtUp
                || System.nanoTime() - startedNanos > config.readyWithoutBroker().toNanos();
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        forgotten.whenRead().toCompletableFuture().join();
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(
                            settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (KafkaException trouble) {
                LOG.warnf("Consent cannot be followed for now: cause=%s", trouble.getMessage());
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
        replica.leases().begin(partitions.size());
        var meaning =
                new ConsentTopic(replica, forgotten, json, lag, ConsentTopic::monotonicMillis);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(meaning::read);
            for (TopicPartition partition : partitions) {
                if (consumer.currentLag(partition).orElse(1) == 0) {
                    meaning.caughtUp(partition.partition());
                }
            }
            if (!caughtUp && hasReached(consumer, ends)) {
                caughtUp = true;
                LOG.infof("Consent replica is complete: identities=%d", replica.size());
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
                "max.poll.records",
                Integer.MAX_VALUE,
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
