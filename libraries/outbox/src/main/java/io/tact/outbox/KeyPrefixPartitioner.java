package io.tact.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Puts all records of one identity or person into one partition, whatever follows the first {@code
 * /} of their keys. For a plain key it agrees with Kafka's own partitioner.
 */
public final class KeyPrefixPartitioner implements Partitioner {
    /** The partition of a key in a topic of so many partitions. */
    public static int partition(String key, int partitions) {
        int slash = key.indexOf('/');
        byte[] prefix = (slash < 0 ? key : key.substring(0, slash)).getBytes(UTF_8);
        return Utils.toPositive(Utils.murmur2(prefix)) % partitions;
    }

    @Override
    public int partition(
            String topic,
            Object key,
            byte[] keyBytes,
            Object value,
            byte[] valueBytes,
            Cluster cluster) {
        return partition(new String(keyBytes, UTF_8), cluster.partitionCountForTopic(topic));
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
