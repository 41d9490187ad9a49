package io.tact.consent.linked;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.topic.RecordTime;
import io.tact.consent.client.topic.WholeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follows {@code profile.identity.v1}: which identities are one person. */
@ApplicationScoped
class IdentityReader {
    private static final Logger LOG = Logger.getLogger(IdentityReader.class);
    private static final String TOPIC = "profile.identity.v1";

    private final FollowLinks followLinks;
    private final Forgotten forgotten;
    private final WholeTopic topic;

    IdentityReader(
            FollowLinks followLinks,
            Forgotten forgotten,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.followLinks = followLinks;
        this.forgotten = forgotten;
        this.topic = new WholeTopic(bootstrapServers, prefix.orElse("") + TOPIC, this::read);
    }

    void start(@Observes StartupEvent event) {
        forgotten.whenRead().thenRun(topic::start);
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    /** Together, since a start reads everybody again. */
    private void read(ConsumerRecords<String, String> records) {
        var latest = new HashMap<String, Optional<IdentityRecord>>();
        for (ConsumerRecord<String, String> record : records) {
            if (!IdentityKey.isOne(record.key())) {
                skip(record);
            } else if (record.value() == null) {
                latest.put(record.key(), Optional.empty());
            } else {
                IdentityRecord.read(record.value(), RecordTime.of(record))
                        .map(Optional::of)
                        .ifPresentOrElse(
                                read -> latest.merge(record.key(), read, IdentityReader::newer),
                                () -> skip(record));
            }
        }
        if (!latest.isEmpty()) {
            followLinks.follow(latest);
        }
    }

    private static Optional<IdentityRecord> newer(
            Optional<IdentityRecord> one, Optional<IdentityRecord> later) {
        return Stream.of(one, later)
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(IdentityRecord::version));
    }

    /** What is not understood links nobody; a no then stays where it was said. */
    private static void skip(ConsumerRecord<String, String> record) {
        LOG.warnf(
                "A record was not understood: topic=%s partition=%d offset=%d",
                TOPIC, record.partition(), record.offset());
    }
}
