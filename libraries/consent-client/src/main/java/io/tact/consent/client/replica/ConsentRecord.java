package io.tact.consent.client.replica;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code consent.state.v1} that obeying it needs; whatever else a record holds is the
 * ledger's affair.
 *
 * @param recordedAt when the newest of it was recorded; null in records from before this was said,
 *     which are as old as can be
 * @param answers by purpose
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConsentRecord(
        @JsonProperty(required = true) long version,
        @Nullable String recordedAt,
        @JsonProperty(required = true) Map<String, Answer> answers) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @JsonProperty(required = true) String answer,
            @JsonProperty(required = true) String at) {}

    boolean wasSaidBefore(Forgotten forgotten, IdentityKey key) {
        return forgotten.holds(key, recordedAt == null ? Instant.MIN : Instant.parse(recordedAt));
    }

    /** Only the word {@code granted} grants. */
    Grants grants() {
        return Grants.of(
                answers.entrySet().stream()
                        .filter(entry -> entry.getValue().answer().equals("granted"))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> new Purpose(entry.getKey()),
                                        entry -> Instant.parse(entry.getValue().at()))));
    }
}
