package io.tact.consent.client.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** What the records of {@code privacy.limit.v1} mean. */
final class LimitTopic {
    private static final Logger LOG = Logger.getLogger(LimitTopic.class);

    private final Limits limits;
    private final Forgotten forgotten;
    private final ObjectMapper json;

    LimitTopic(Limits limits, Forgotten forgotten, ObjectMapper json) {
        this.limits = limits;
        this.forgotten = forgotten;
        this.json = json;
    }

    void read(ConsumerRecord<String, String> record) {
        IdentityKey key;
        try {
            key = new IdentityKey(record.key());
        } catch (RuntimeException notAKey) {
            LOG.warnf(
                    "A limit of nobody: partition=%d offset=%d",
                    record.partition(), record.offset());
            return;
        }
        if (record.value() == null) {
            limits.remove(key);
            return;
        }
        try {
            JsonNode limit = json.readTree(record.value());
            if (forgotten.holds(key, Instant.parse(limit.path("at").asText()))) {
                limits.remove(key);
            } else {
                limits.apply(key, json.treeToValue(limit, Limit.class));
            }
        } catch (IOException | RuntimeException unreadable) {
            limits.refuse(key);
            LOG.warnf(
                    "A limit was not understood and limits everything: key=%s partition=%d offset=%d",
                    key, record.partition(), record.offset());
        }
    }
}
