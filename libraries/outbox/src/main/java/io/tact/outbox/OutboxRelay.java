package io.tact.outbox;

import io.tact.outbox.OutboxReads.Horizon;
import io.tact.outbox.OutboxReads.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Carries one service's outbox to Kafka on a thread of its own.
 *
 * <p>At any time several replicas of the service may run this; the database lets one of them in,
 * and Kafka fences off one that lost its connection and does not know it yet. It never gives up:
 * with the broker or the database gone it tries again until they return, and what was committed
 * meanwhile goes out in order.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration IDLE = Duration.ofMillis(20);
    private static final Duration RETRY = Duration.ofMillis(500);

    /** What the relay gets to finish the batch it is at, before it is interrupted. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);

    private final Relayed relayed;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final RelayMetrics metrics;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * @param database where the outbox stands; the relay keeps one connection of it
     * @param kafka client properties, {@code bootstrap.servers} at least; what guards order and
     *     fencing is set here
     */
    public OutboxRelay(
            Relayed relayed, DataSource database, Map<String, Object> kafka, RelayMetrics metrics) {
        this.relayed = relayed;
        this.database = database;
        this.kafka = Map.copyOf(kafka);
        this.metrics = metrics;
        this.thread = new Thread(this::run, "outbox-relay");
        this.thread.setDaemon(true);
    }

    public OutboxRelay start() {
        thread.start();
        return this;
    }

    /** Says that something was committed, so that it goes out now and not at the next look. */
    public void nudge() {
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(LAST_BATCH.toMillis());
            thread.interrupt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(true);
                var reads = new OutboxReads(connection, relayed.name());
                if (reads.lock()) {
                    carry(connection, reads);
                }
            } catch (SQLException | KafkaException trouble) {
                if (running) {
                    metrics.interrupted();
                    LOG.warnf(
                            "The outbox waits: relay=%s cause=%s",
                            relayed.name(), trouble.getMessage());
                }
            }
            pause(RETRY);
        }
    }

    private void carry(Connection connection, OutboxReads reads) throws SQLException {
        try (var out = new FencedProducer(relayed, kafka)) {
            Position position = reads.position();
            var heartbeats = new Heartbeats(Relayed.HEARTBEAT_EVERY, System.nanoTime());
            long pruned = System.nanoTime();
            while (running) {
                long before = System.nanoTime();
                Horizon horizon = reads.horizon();
                List<OutboxRow> rows = reads.after(position, horizon);
                boolean drained = rows.size() < OutboxReads.BATCH;
                var mark =
                        relayed.heartbeatTopic().isPresent()
                                ? heartbeats.due(horizon, before, drained)
                                : java.util.OptionalLong.empty();
                if (!rows.isEmpty() || mark.isPresent()) {
                    out.publish(rows, CurrentLookup.of(relayed, connection, rows), mark);
                }
                if (!rows.isEmpty()) {
                    position = Position.of(rows.get(rows.size() - 1));
                    reads.save(position);
                    metrics.published(rows);
                }
                if (System.nanoTime() - pruned > PRUNE_EVERY.toNanos()) {
                    reads.prune(position);
                    pruned = System.nanoTime();
                }
                if (drained) {
                    pause(IDLE);
                }
            }
        }
    }

    private void pause(Duration duration) {
        if (running) {
            LockSupport.parkNanos(this, duration.toNanos());
        }
    }
}
