package io.tact.consent.client.erasure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom {@code privacy.erasure.v1} names: what was recorded of these until then has to go.
 *
 * @param persons their pseudonyms, and nobody's any more
 */
public record Erasure(
        UUID request, Instant erasedAt, Set<IdentityKey> identities, Set<String> persons) {
    public static final String TOPIC = "privacy.erasure.v1";

    public Erasure {
        identities = Set.copyOf(identities);
        persons = Set.copyOf(persons);
    }

    /** The value of a record, as far as forgetting needs it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(
            @JsonProperty(required = true) UUID request,
            @JsonProperty(required = true) Instant erasedAt,
            @JsonProperty(required = true) Set<String> identities,
            @JsonProperty(required = true) Set<String> persons) {
        Erasure erasure() {
            return new Erasure(
                    request,
                    erasedAt,
                    identities.stream().map(IdentityKey::new).collect(Collectors.toSet()),
                    persons);
        }
    }
}
