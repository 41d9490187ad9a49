package io.tact.consent.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.topic.WholeTopic;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads our own checkpoints back from {@code consent.checkpoint.v1}: what comes back is what
 * everybody can see, whatever becomes of the database.
 */
@ApplicationScoped
class CheckpointReader {
    private static final Logger LOG = Logger.getLogger(CheckpointReader.class);

    private final PublishedCheckpoint published;
    private final WholeTopic topic;

    CheckpointReader(
            PublishedCheckpoint published,
            @ConfigProperty(name = "tact.topic-prefix") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.published = published;
        this.topic =
                new WholeTopic(
                        bootstrapServers, prefix.orElse("") + LedgerWriter.TOPIC, this::read);
    }

    void start(@Observes StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    /** Whether the topic was read to its end once, so that no newer checkpoint was shown. */
    boolean isCaughtUp() {
        return topic.isCaughtUp();
    }

    boolean isCaughtUpOrOverdue() {
        return topic.isCaughtUpOrOverdue();
    }

    /** A day of them is many, and only the newest counts. */
    private void read(ConsumerRecords<String, String> records) {
        published.offer(
                StreamSupport.stream(records.spliterator(), false)
                        .flatMap(record -> note(record).stream())
                        .toList());
    }

    private static Optional<String> note(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new JsonObject(record.value()).getString("checkpoint"));
        } catch (DecodeException | ClassCastException notOurs) {
            LOG.warnf(
                    "A record is no checkpoint: partition=%d offset=%d",
                    record.partition(), record.offset());
            return Optional.empty();
        }
    }
}
