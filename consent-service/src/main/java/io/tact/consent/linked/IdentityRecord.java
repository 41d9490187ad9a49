package io.tact.consent.linked;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** The fields of {@code profile.identity.v1} that are read here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IdentityRecord(
        @JsonProperty(required = true) String person, @JsonProperty(required = true) long version) {
    private static final ObjectReader READER = new JsonMapper().readerFor(IdentityRecord.class);

    /** Empty if it says nobody. */
    static Optional<IdentityRecord> read(String value) {
        try {
            IdentityRecord record = READER.readValue(value);
            return record == null
                            || record.person == null
                            || record.person.isBlank()
                            || record.version < 1
                    ? Optional.empty()
                    : Optional.of(record);
        } catch (JsonProcessingException notUnderstood) {
            return Optional.empty();
        }
    }
}
