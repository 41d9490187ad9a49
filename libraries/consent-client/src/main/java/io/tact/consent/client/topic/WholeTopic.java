package io.tact.consent.client.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads a topic from its beginning to its end and on, on a thread of its own and in no consumer
 * group: every replica reads everything. After any trouble it begins again at the beginning.
 */
public final class WholeTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WholeTopic.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String topic;
    private final Map<String, Object> kafka;
    private final Consumer<ConsumerRecords<String, String>> read;
    private final Runnable whenCaughtUp;
    private final Thread thread;
    private final long createdNanos = System.nanoTime();
    private volatile boolean running = true;
    private volatile boolean caughtUp;

    /**
     * @param read is called for what came together, on this one thread; what it throws is trouble
     */
    public WholeTopic(
            String bootstrapServers, String topic, Consumer<ConsumerRecords<String, String>> read) {
        this(bootstrapServers, topic, read, () -> {});
    }

    /**
     * @param read is called for what came together, on this one thread; what it throws is trouble
     * @param whenCaughtUp is called once, after all that the topic held at the start was read
     */
    public WholeTopic(
            String bootstrapServers,
            String topic,
            Consumer<ConsumerRecords<String, String>> read,
            Runnable whenCaughtUp) {
        this.topic = topic;
        this.kafka =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", "5000",
                        "reconnect.backoff.max.ms", "500");
        this.read = read;
        this.whenCaughtUp = whenCaughtUp;
        this.thread = new Thread(this::run, "reads " + topic);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether all that the topic held at the start was read. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /**
     * For readiness: without a broker for so long, serving without what the topic says is better
     * than serving nobody.
     */
    public boolean isCaughtUpOrOverdue() {
        return caughtUp || System.nanoTime() - createdNanos > PATIENCE.toNanos();
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (running) {
            try (var consumer =
                    new KafkaConsumer<>(
                            kafka, new StringDeserializer(), new StringDeserializer())) {
                follow(consumer);
            } catch (RuntimeException trouble) {
                LOG.warnf("A topic waits: topic=%s cause=%s", topic, trouble.getMessage());
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
            throw new KafkaException("there is no such topic");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            read.accept(consumer.poll(POLL));
            if (!caughtUp && isAt(consumer, ends)) {
                caughtUp = true;
                whenCaughtUp.run();
            }
        }
    }

    private static boolean isAt(
            KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
