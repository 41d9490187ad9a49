package io.tact.consent.client.replica;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * "All that was committed by {@code markMillis} stands before me."
 *
 * @param epoch names the clock
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Heartbeat(
        @JsonProperty(required = true) String epoch,
        @JsonProperty(required = true) long markMillis) {
    static final String KEY = "heartbeat";
}
