package io.tact.consent.linked;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.topic.WholeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follows {@code profile.identity.v1}: which identities are one person. */
@ApplicationScoped
class IdentityReader {
    private static final Logger LOG = Logger.getLogger(IdentityReader.class);
    private static final String TOPIC = "profile.identity.v1";

    private final FollowLinks followLinks;
    private final WholeTopic topic;

    IdentityReader(
            FollowLinks followLinks,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.followLinks = followLinks;
        this.topic =
                new WholeTopic(
                        bootstrapServers,
                        prefix.orElse("") + TOPIC,
                        records -> records.forEach(this::read));
    }

    void start(@Observes StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    private void read(ConsumerRecord<String, String> record) {
        if (!IdentityKey.isOne(record.key())) {
            skip(record);
        } else if (record.value() == null) {
            followLinks.forget(record.key());
        } else {
            IdentityRecord.read(record.value())
                    .ifPresentOrElse(
                            identity ->
                                    followLinks.follow(
                                            record.key(), identity.person(), identity.version()),
                            () -> skip(record));
        }
    }

    /** What is not understood links nobody; a no then stays where it was said. */
    private static void skip(ConsumerRecord<String, String> record) {
        LOG.warnf(
                "A record was not understood: topic=%s partition=%d offset=%d",
                TOPIC, record.partition(), record.offset());
    }
}
