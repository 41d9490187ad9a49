package io.tact.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What one relay carries.
 *
 * @param name the service; Kafka's transactional id and CloudEvents' source are made of it
 * @param topicPrefix put before every topic name; empty in production
 * @param current for each compacted topic (name without prefix) where its current rows stand
 * @param heartbeatTopic the topic into each partition of which heartbeats go behind all earlier
 *     rows
 * @param precondition of publishing anything
 * @param gathering how long after a publication the next one begins at the earliest: what is
 *     committed meanwhile goes out together, in one transaction and not in many
 */
public record Relayed(
        String name,
        String topicPrefix,
        Map<String, CurrentRows> current,
        Optional<String> heartbeatTopic,
        Precondition precondition,
        Duration gathering) {

    /** How often a heartbeat is due. A lease at its reader is five times as long. */
    public static final Duration HEARTBEAT_EVERY = Duration.ofMillis(200);

    public Relayed {
        if (!name.matches("[a-z][a-z-]+")) {
            throw new IllegalArgumentException("A relay is named after its service, not " + name);
        }
        current = Map.copyOf(current);
    }

    /** A relay that publishes what its rows hold. */
    public static Relayed of(String name, String topicPrefix) {
        return new Relayed(
                name, topicPrefix, Map.of(), Optional.empty(), Precondition.NONE, Duration.ZERO);
    }

    public Relayed withCurrent(String topic, CurrentRows rows) {
        var more = new java.util.HashMap<>(current);
        more.put(topic, rows);
        return new Relayed(name, topicPrefix, more, heartbeatTopic, precondition, gathering);
    }

    public Relayed withHeartbeats(String topic) {
        return new Relayed(name, topicPrefix, current, Optional.of(topic), precondition, gathering);
    }

    public Relayed onlyWhile(Precondition holds) {
        return new Relayed(name, topicPrefix, current, heartbeatTopic, holds, gathering);
    }

    public Relayed gatheringFor(Duration time) {
        return new Relayed(name, topicPrefix, current, heartbeatTopic, precondition, time);
    }
}
