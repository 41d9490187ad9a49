package io.tact.frequency.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of {@code profile.identity.v1} that are read here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IdentityRecord(
        @JsonProperty(required = true) String person,
        @JsonProperty(required = true) long version,
        @Nullable Instant firstSeenAt) {
    IdentityRecord {
        if (person.isBlank() || version < 1) {
            throw new IllegalArgumentException("An identity has a person and a version from 1");
        }
    }
}
