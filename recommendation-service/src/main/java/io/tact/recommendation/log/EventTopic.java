package io.tact.recommendation.log;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Hash;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.model.ModelAge;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code profile.event.v1}: what was viewed, put into baskets, and bought. */
@Singleton
final class EventTopic implements Topic {
    private static final Set<Purpose> USED =
            Set.of(Purpose.EXPERIENCE, Purpose.MARKETING, Purpose.MEASUREMENT);

    private final Map<Set<Purpose>, Set<Purpose>> shared = new ConcurrentHashMap<>();
    private final Histories histories;
    private final ItemIds itemIds = new ItemIds();
    private final Forgotten forgotten;
    private final ModelAge age;
    private final ObjectMapper json;

    EventTopic(Histories histories, Forgotten forgotten, ModelAge age, ObjectMapper json) {
        this.histories = histories;
        this.forgotten = forgotten;
        this.age = age;
        this.json = json;
    }

    @Override
    public String name() {
        return "profile.event.v1";
    }

    @Override
    public void read(String key, byte[] value, Instant recordedAt) throws IOException {
        Message event = json.readValue(value, Message.class);
        if (!event.type.equals("track") || event.name == null || event.products == null) {
            return;
        }
        if (forgotten.holds(
                new IdentityKey(event.identityKey), Instant.ofEpochMilli(event.atMillis()))) {
            remove(key);
            return;
        }
        switch (event.name) {
            case "Product Viewed" -> did(Act.VIEWED, key, event);
            case "Product Added" -> did(Act.ADDED, key, event);
            case "Product Removed" -> did(Act.REMOVED, key, event);
            case "Order Completed" -> bought(event);
            default -> {
                return;
            }
        }
        age.arrived(event.receivedAt);
    }

    /** One that serves nothing here, or no longer does, is as if it were not there. */
    private void did(Act act, String recordKey, Message event) {
        Set<Purpose> purposes = purposes(event);
        if (purposes.isEmpty()) {
            remove(recordKey);
            return;
        }
        IdentityKey key = new IdentityKey(event.identityKey);
        int session = event.sessionId == null ? 0 : (int) Hash.of(event.sessionId);
        for (Product product : products(event)) {
            histories.add(
                    key,
                    new Deed(
                            Hash.of(event.eventId),
                            act,
                            itemIds.shared(product.productId),
                            event.atMillis(),
                            session,
                            purposes));
        }
    }

    /** Of the few sets that there are each is kept once. */
    private Set<Purpose> purposes(Message event) {
        Set<Purpose> served =
                USED.stream()
                        .filter(purpose -> event.purposes.contains(purpose.name()))
                        .collect(Collectors.toUnmodifiableSet());
        return shared.computeIfAbsent(served, any -> served);
    }

    private void bought(Message event) {
        IdentityKey recordedBy = new IdentityKey(event.identityKey);
        List<IdentityKey> identities = new ArrayList<>(List.of(recordedBy));
        if (event.identities != null) {
            event.identities.stream()
                    .map(IdentityKey::new)
                    .filter(other -> !other.equals(recordedBy))
                    .forEach(identities::add);
        }
        new Purchase(
                        Hash.of(event.eventId),
                        products(event).stream()
                                .map(product -> itemIds.shared(product.productId))
                                .toList(),
                        event.atMillis(),
                        recordedBy,
                        List.copyOf(identities))
                .without(forgotten::holds)
                .ifPresent(histories::add);
    }

    private static List<Product> products(Message event) {
        return event.products == null ? List.of() : event.products;
    }

    /** Keys are {@code identity-key/event id}. */
    @Override
    public void remove(String key) {
        int slash = key.indexOf('/');
        if (slash > 0) {
            histories.remove(
                    new IdentityKey(key.substring(0, slash)), Hash.of(key.substring(slash + 1)));
        }
    }

    /** The fields that this service reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            @JsonProperty(required = true) String eventId,
            @JsonProperty(required = true) String type,
            @Nullable String name,
            @JsonProperty(required = true) String identityKey,
            @Nullable List<String> identities,
            @Nullable String sessionId,
            @Nullable List<Product> products,
            @JsonProperty(required = true) Instant at,
            @JsonProperty(required = true) Instant receivedAt,
            @JsonProperty(required = true) List<String> purposes) {

        Message {
            Objects.requireNonNull(purposes, "purposes");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(receivedAt, "receivedAt");
        }

        /** Nothing happens after it was reported. */
        long atMillis() {
            return Math.min(at.toEpochMilli(), receivedAt.toEpochMilli());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(@JsonProperty(required = true) String productId) {}
}
