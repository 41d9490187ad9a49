package io.tact.frequency.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The fields of {@code profile.identity.v1} that are read here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IdentityRecord(
        @JsonProperty(required = true) String person, @JsonProperty(required = true) long version) {
    IdentityRecord {
        if (person.isBlank() || version < 1) {
            throw new IllegalArgumentException("An identity has a person and a version from 1");
        }
    }
}
