package io.tact.consent.client.replica;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of {@code consent.state.v1} that obeying it needs; whatever else a record holds is the
 * ledger's affair.
 *
 * @param answers by purpose
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConsentRecord(
        @JsonProperty(required = true) long version,
        @JsonProperty(required = true) Map<String, Answer> answers) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @JsonProperty(required = true) String answer,
            @JsonProperty(required = true) String at) {}

    /** When something was said last; the epoch if nothing was. */
    Instant latest() {
        return answers.values().stream()
                .map(answer -> Instant.parse(answer.at()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
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
