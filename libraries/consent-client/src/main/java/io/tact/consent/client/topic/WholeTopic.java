package io.tact.consent.client.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning to its end and on, on a thread of its own and in no consumer
 * group: every replica reads everything. After any trouble it begins again at the beginning.
 */
public final class WholeTopic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WholeTopic.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final String topic;
    private final Map<String, Object> kafka;
    private final Consumer<ConsumerRecords<String, String>> read;
    private final Thread thread;
    private final long createdNanos = System.nanoTime();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile Map<TopicPartition, Long> positions = Map.of();
    private volatile boolean running = true;
    private @Nullable Admin admin;

    private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Void> read) {}

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
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.kafka =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "allow.auto.create.topics", "false",
                        "default.api.timeout.ms", "5000",
                        "reconnect.backoff.max.ms", "500");
        this.read = read;
        this.caughtUp.thenRun(whenCaughtUp);
        this.thread = new Thread(this::run, "reads " + topic);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether all that the topic held at the start was read. */
    public boolean isCaughtUp() {
        return caughtUp.isDone();
    }

    /** Completes when all was read that the topic holds by now; fails if nobody can tell. */
    public CompletionStage<Void> whenReadUpToNow() {
        return caughtUp.thenCompose(start -> ends()).thenCompose(this::whenReadUpTo);
    }

    /**
     * By another connection than the reader's: there a question waits for as long as nothing new
     * comes.
     */
    private CompletionStage<Map<TopicPartition, Long>> ends() {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        positions.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return admin().listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage()
                .thenApply(WholeTopic::offsets);
    }

    private static Map<TopicPartition, Long> offsets(
            Map<TopicPartition, ListOffsetsResultInfo> found) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        }
        return admin;
    }

    private CompletionStage<Void> whenReadUpTo(Map<TopicPartition, Long> ends) {
        var one = new Waiting(ends, new CompletableFuture<>());
        waiting.add(one);
        answerWhoWaits();
        return one.read;
    }

    private void answerWhoWaits() {
        for (Waiting one : waiting) {
            if (one.ends.entrySet().stream().allMatch(this::isRead)) {
                waiting.remove(one);
                one.read.complete(null);
            }
        }
    }

    private boolean isRead(Map.Entry<TopicPartition, Long> end) {
        return positions.getOrDefault(end.getKey(), 0L) >= end.getValue();
    }

    /**
     * For readiness: without a broker for so long, serving without what the topic says is better
     * than serving nobody.
     */
    public boolean isCaughtUpOrOverdue() {
        return isCaughtUp() || System.nanoTime() - createdNanos > PATIENCE.toNanos();
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        closeAdmin();
    }

    private synchronized void closeAdmin() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
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
        if (!isCaughtUp()) {
            waiting.add(new Waiting(consumer.endOffsets(partitions), caughtUp));
        }
        while (running) {
            read.accept(consumer.poll(POLL));
            positions =
                    partitions.stream().collect(Collectors.toMap(one -> one, consumer::position));
            answerWhoWaits();
        }
    }
}
