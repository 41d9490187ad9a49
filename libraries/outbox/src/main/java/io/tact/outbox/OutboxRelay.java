package io.tact.outbox;

import io.tact.outbox.OutboxReads.Horizon;
import io.tact.outbox.OutboxReads.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
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
    private static final Duration PRUNE_EVERY = Duration.ofSeconds(1);
    private static final Duration REPEAT_EVERY = Duration.ofMinutes(1);

    private final Relayed relayed;
    private final Map<String, Object> kafka;
    private final RelayMetrics metrics;
    private final Elected elected;

    /**
     * @param database where the outbox stands; the relay keeps one connection of it
     * @param kafka client properties, {@code bootstrap.servers} at least; what guards order and
     *     fencing is set here
     */
    public OutboxRelay(
            Relayed relayed, DataSource database, Map<String, Object> kafka, RelayMetrics metrics) {
        this.relayed = relayed;
        this.kafka = Map.copyOf(kafka);
        this.metrics = metrics;
        this.elected = new Elected("outbox:" + relayed.name(), database, this::carry, this::waits);
    }

    public OutboxRelay start() {
        elected.start();
        return this;
    }

    /** Says that something was committed, so that it goes out now and not at the next look. */
    public void nudge() {
        elected.nudge();
    }

    @Override
    public void close() {
        elected.close();
    }

    private void waits(Exception trouble) {
        metrics.interrupted();
        LOG.warnf("The outbox waits: relay=%s cause=%s", relayed.name(), trouble.getMessage());
    }

    private void carry(Connection connection, Elected term) throws SQLException {
        var reads = new OutboxReads(connection, relayed.name());
        try (var out = new FencedProducer(relayed, kafka)) {
            while (term.isRunning() && !relayed.precondition().holds(connection)) {
                term.pause(IDLE);
            }
            Position position = reads.position();
            var heartbeats = new Heartbeats(Relayed.HEARTBEAT_EVERY, System.nanoTime());
            var pruning = new Pruning(connection);
            long pruned = System.nanoTime();
            long repeated = pruned;
            while (term.isRunning()) {
                long before = System.nanoTime();
                Horizon horizon = reads.horizon();
                List<OutboxRow> rows = reads.after(position, horizon);
                boolean drained = rows.size() < OutboxReads.BATCH;
                var mark =
                        relayed.heartbeatTopic().isPresent()
                                ? heartbeats.due(horizon, before, drained)
                                : OptionalLong.empty();
                if (!rows.isEmpty() || mark.isPresent()) {
                    out.publish(rows, CurrentLookup.of(relayed, connection, rows), mark);
                }
                if (!rows.isEmpty()) {
                    position = Position.of(rows.get(rows.size() - 1));
                    reads.save(position);
                    metrics.published(rows);
                }
                if (System.nanoTime() - pruned > PRUNE_EVERY.toNanos()) {
                    pruning.prune(position);
                    pruned = System.nanoTime();
                }
                if (System.nanoTime() - repeated > REPEAT_EVERY.toNanos()) {
                    reads.tombstonesAgain();
                    repeated = System.nanoTime();
                }
                if (drained) {
                    term.pause(IDLE);
                    gather(rows.isEmpty() ? Duration.ZERO : relayed.gathering(), before, term);
                }
            }
        }
    }

    /** Unlike a pause it is not ended by what is committed. */
    private static void gather(Duration length, long began, Elected term) {
        long left = length.toNanos() - (System.nanoTime() - began);
        while (left > 0 && term.isRunning()) {
            term.pause(Duration.ofNanos(left));
            left = length.toNanos() - (System.nanoTime() - began);
        }
    }
}
