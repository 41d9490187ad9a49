package io.tact.consent.client.replica;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What the records of {@code consent.state.v1} mean for the replica. Knows nothing of consumers, so
 * that its rules can be tested record by record.
 */
final class ConsentTopic {
    private static final Logger LOG = Logger.getLogger(ConsentTopic.class);

    private final ConsentReplica replica;
    private final Forgotten forgotten;
    private final ObjectMapper json;
    private final EnforcementLag lag;
    private final LongSupplier clockMillis;
    private final Map<Integer, HeartbeatDelay> delays = new HashMap<>();

    /** By partition, the moment of the last heartbeat behind which nothing has been read. */
    private final Map<Integer, Long> unconfirmed = new HashMap<>();

    ConsentTopic(
            ConsentReplica replica,
            Forgotten forgotten,
            ObjectMapper json,
            EnforcementLag lag,
            LongSupplier clockMillis) {
        this.replica = replica;
        this.forgotten = forgotten;
        this.json = json;
        this.lag = lag;
        this.clockMillis = clockMillis;
    }

    void read(ConsumerRecord<String, byte[]> record) {
        if (Heartbeat.KEY.equals(record.key())) {
            heartbeat(record);
        } else {
            unconfirmed.remove(record.partition());
            state(record);
        }
    }

    /** The reader has everything of this partition: its last heartbeat counts. */
    void caughtUp(int partition) {
        Long moment = unconfirmed.remove(partition);
        if (moment != null) {
            replica.leases().renew(partition, TimeUnit.MILLISECONDS.toNanos(moment));
        }
    }

    private void heartbeat(ConsumerRecord<String, byte[]> record) {
        try {
            Heartbeat heartbeat = json.readValue(record.value(), Heartbeat.class);
            delays.computeIfAbsent(record.partition(), partition -> new HeartbeatDelay())
                    .momentOf(heartbeat.epoch(), heartbeat.markMillis(), clockMillis.getAsLong())
                    .ifPresent(moment -> unconfirmed.put(record.partition(), moment));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warnf(
                    "A heartbeat was not understood: partition=%d offset=%d",
                    record.partition(), record.offset());
        }
    }

    private void state(ConsumerRecord<String, byte[]> record) {
        IdentityKey key;
        try {
            key = new IdentityKey(record.key());
        } catch (RuntimeException notAKey) {
            LOG.warnf(
                    "A consent of nobody: partition=%d offset=%d",
                    record.partition(), record.offset());
            return;
        }
        if (record.value() == null) {
            replica.remove(key);
            return;
        }
        try {
            ConsentRecord consent = json.readValue(record.value(), ConsentRecord.class);
            if (consent.wasSaidBefore(forgotten, key)) {
                replica.remove(key);
            } else {
                replica.apply(key, consent.version(), consent.grants());
                lag.record(record);
            }
        } catch (IOException | RuntimeException unreadable) {
            replica.refuse(key);
            LOG.warnf(
                    "A consent was not understood and refuses: key=%s partition=%d offset=%d",
                    key, record.partition(), record.offset());
        }
    }

    static long monotonicMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
