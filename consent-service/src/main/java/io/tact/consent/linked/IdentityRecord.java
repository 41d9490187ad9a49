package io.tact.consent.linked;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code profile.identity.v1} says of an identity.
 *
 * @param firstSeenAt since when it is known, after its last erasure
 */
record IdentityRecord(String person, long version, Instant firstSeenAt) {
    private static final ObjectReader READER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build().readerFor(Message.class);

    /**
     * Empty if it says nobody.
     *
     * @param recordedAt what counts where it does not say since when
     */
    static Optional<IdentityRecord> read(String value, Instant recordedAt) {
        try {
            Message message = READER.readValue(value);
            return message == null
                            || message.person == null
                            || message.person.isBlank()
                            || message.version < 1
                    ? Optional.empty()
                    : Optional.of(
                            new IdentityRecord(
                                    message.person,
                                    message.version,
                                    Objects.requireNonNullElse(message.firstSeenAt, recordedAt)));
        } catch (JsonProcessingException notUnderstood) {
            return Optional.empty();
        }
    }

    /** The fields that are read here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Message(
            @JsonProperty(required = true) String person,
            @JsonProperty(required = true) long version,
            @Nullable Instant firstSeenAt) {}
}
