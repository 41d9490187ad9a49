package io.tact.profile.erasure.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.erasure.Receipt;
import io.tact.consent.client.erasure.SignedReceipt;
import io.tact.consent.client.topic.WholeTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follows {@code privacy.receipt.v1}: who has forgotten whom. */
@ApplicationScoped
class ReceiptReader {
    private static final Logger LOG = Logger.getLogger(ReceiptReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReceiptStore store;
    private final ReceiptKeys keys;
    private final ObjectMapper json;
    private final WholeTopic topic;

    ReceiptReader(
            ReceiptStore store,
            ReceiptKeys keys,
            ObjectMapper json,
            @ConfigProperty(name = "tact.topic-prefix", defaultValue = "") Optional<String> prefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.store = store;
        this.keys = keys;
        this.json = json;
        this.topic =
                new WholeTopic(bootstrapServers, prefix.orElse("") + Receipt.TOPIC, this::read);
    }

    void start(@Observes StartupEvent event) {
        topic.start();
    }

    void stop(@Observes ShutdownEvent event) {
        topic.close();
    }

    private void read(ConsumerRecords<String, String> records) {
        for (ConsumerRecord<String, String> record : records) {
            genuine(record).ifPresent(receipt -> store.keep(receipt).await().atMost(PATIENCE));
        }
    }

    /** Whoever did not sign has not answered. */
    private Optional<SignedReceipt> genuine(ConsumerRecord<String, String> record) {
        try {
            SignedReceipt receipt = json.readValue(record.value(), SignedReceipt.class);
            if (keys.verify(receipt, json)) {
                return Optional.of(receipt);
            }
        } catch (JsonProcessingException | IllegalArgumentException notUnderstood) {
            LOG.debugf("No receipt: cause=%s", notUnderstood.getClass().getSimpleName());
        }
        LOG.warnf(
                "A receipt is of nobody who has to answer: partition=%d offset=%d",
                record.partition(), record.offset());
        return Optional.empty();
    }
}
