package io.tact.recommendation.log;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Persons;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code profile.identity.v1}: which identities are one person. */
@Singleton
final class IdentityTopic implements Topic {
    private static final Set<String> ACCOUNTS = Set.of("user_id", "email");

    private final Persons persons;
    private final Forgotten forgotten;
    private final ObjectMapper json;

    IdentityTopic(Persons persons, Forgotten forgotten, ObjectMapper json) {
        this.persons = persons;
        this.forgotten = forgotten;
        this.json = json;
    }

    @Override
    public String name() {
        return "profile.identity.v1";
    }

    @Override
    public void read(String key, byte[] value, Instant recordedAt) throws IOException {
        Message message = json.readValue(value, Message.class);
        IdentityKey identity = new IdentityKey(key);
        Instant firstSeenAt = Objects.requireNonNullElse(message.firstSeenAt, recordedAt);
        if (!forgotten.holds(identity, message.person, firstSeenAt)) {
            persons.put(
                    identity,
                    message.person,
                    message.version,
                    firstSeenAt,
                    !ACCOUNTS.contains(String.valueOf(message.type)));
        }
    }

    @Override
    public void remove(String key) {
        persons.remove(new IdentityKey(key));
    }

    /** An identity of nobody known shares nothing with any other. */
    @Override
    public void refuse(String key) {
        remove(key);
    }

    /** The fields that this service reads. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            @JsonProperty(required = true) String person,
            @JsonProperty(required = true) long version,
            @Nullable String type,
            @Nullable Instant firstSeenAt) {}
}
