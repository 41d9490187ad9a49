package io.tact.consent.client.erasure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/**
 * The value of {@code privacy.receipt.v1}.
 *
 * @param receipt compact JWS of a {@link Receipt}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"request", "service", "receipt"})
public record SignedReceipt(
        @JsonProperty(required = true) UUID request,
        @JsonProperty(required = true) String service,
        @JsonProperty(required = true) String receipt) {}
