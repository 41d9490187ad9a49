package io.tact.frequency.erasure;

import io.tact.outbox.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys under some names that have a value in a topic of this service. */
@ApplicationScoped
class TopicKeys {
    private final PublishedKeys keys;
    private final String prefix;

    TopicKeys(
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.keys = new PublishedKeys(Map.of("bootstrap.servers", brokers));
        this.prefix = prefix.orElse("");
    }

    /** Reads the topic once for all names, and waits. */
    Set<String> of(String topic, Set<String> names) {
        return keys.of(prefix + topic, names);
    }
}
