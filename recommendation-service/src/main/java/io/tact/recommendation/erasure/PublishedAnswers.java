package io.tact.recommendation.erasure;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.outbox.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which answers to somebody are in {@code recommendation.served.v1}. */
@ApplicationScoped
class PublishedAnswers {
    static final String TOPIC = "recommendation.served.v1";

    private final PublishedKeys published;
    private final String topic;

    PublishedAnswers(
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.published = new PublishedKeys(Map.of("bootstrap.servers", bootstrapServers));
        this.topic = prefix.orElse("") + TOPIC;
    }

    Set<String> to(Collection<IdentityKey> identities) {
        return published.of(
                topic, identities.stream().map(IdentityKey::value).collect(Collectors.toSet()));
    }
}
