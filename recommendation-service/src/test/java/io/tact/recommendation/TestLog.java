package io.tact.recommendation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Says what profile-service and frequency-service would say. */
public final class TestLog {
    private final ObjectMapper json = new ObjectMapper();
    private final KafkaProducer<String, byte[]> producer;
    private final String prefix;

    TestLog(String bootstrapServers, String prefix) {
        this.prefix = prefix;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /**
     * @return its id
     */
    public String event(
            IdentityKey key, String name, List<String> itemIds, List<IdentityKey> identities) {
        return event(key, name, itemIds, identities, Instant.now());
    }

    public String event(
            IdentityKey key,
            String name,
            List<String> itemIds,
            List<IdentityKey> identities,
            Instant at) {
        return event(
                key,
                name,
                itemIds,
                identities,
                at,
                List.of("experience", "marketing", "measurement"));
    }

    public String event(
            IdentityKey key,
            String name,
            List<String> itemIds,
            List<IdentityKey> identities,
            Instant at,
            List<String> purposes) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        boolean order = name.startsWith("Order");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", id);
        event.put("type", "track");
        event.put("name", name);
        event.put("identityKey", key.value());
        event.put("identities", identities.stream().map(IdentityKey::value).toList());
        event.put("person", "person-" + key.value().substring(0, 8));
        event.put(
                "products",
                itemIds.stream().map(item -> Map.of("productId", item, "quantity", 1)).toList());
        event.put("at", at.toString());
        event.put("receivedAt", Instant.now().toString());
        event.put("source", order ? "storefront-server" : "storefront-browser");
        event.put("sourceKind", order ? "server" : "browser");
        event.put("ground", order ? "contract" : "consent");
        event.put("purposes", purposes);
        send("profile.event.v1", key.value() + "/" + id, event);
        return id;
    }

    public void identity(IdentityKey key, String type, String person, long version) {
        send(
                "profile.identity.v1",
                key.value(),
                Map.of("person", person, "version", version, "type", type));
    }

    /**
     * @param value null: a tombstone
     */
    public void send(String topic, String key, @Nullable Object value) {
        producer.send(
                new ProducerRecord<>(prefix + topic, key, value == null ? null : bytes(value)));
        producer.flush();
    }

    private byte[] bytes(Object value) {
        try {
            return value instanceof String text
                    ? text.getBytes(UTF_8)
                    : json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
