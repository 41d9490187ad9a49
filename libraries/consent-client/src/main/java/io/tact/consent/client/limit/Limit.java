package io.tact.consent.client.limit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one identity does not want, whatever it has granted.
 *
 * @param version counts up with every change; 0 for one that never limited anything
 * @param restricted what is known of it is kept, and used for nothing optional
 * @param objected nothing is concluded about it, or from what it did
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Limit(
        @JsonProperty(required = true) long version,
        @JsonProperty(required = true) boolean restricted,
        @JsonProperty(required = true) boolean objected) {
    public static final Limit NONE = new Limit(0, false, false);

    /** Of a record that nobody understands: it can only mean more than what was known. */
    static final Limit EVERYTHING = new Limit(0, true, true);
}
