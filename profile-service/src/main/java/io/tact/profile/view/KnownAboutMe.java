package io.tact.profile.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tact.consent.client.Purpose;
import io.tact.profile.trait.KnownTrait;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about some identities.
 *
 * @param more there are older events
 */
record KnownAboutMe(
        List<KnownIdentity> identities,
        List<KnownLink> links,
        List<KnownValue> values,
        List<KnownEvent> events,
        boolean more) {

    /**
     * @param key the identity-key under which other services know it
     * @param linked to another identity, as the same person
     */
    record KnownIdentity(String type, String key, boolean linked, Instant firstSeenAt) {}

    /**
     * @param type of the other side
     * @param state {@code claimed} or {@code confirmed}
     * @param permitted whether both sides allowed to be linked when that was last judged
     * @param evidence the rules that speak for it
     */
    record KnownLink(
            String type, String state, boolean permitted, Instant since, List<String> evidence) {}

    /**
     * @param recordedUnder the identity-key
     */
    record KnownValue(
            String name,
            @JsonRawValue @Schema(implementation = Object.class) String value,
            @JsonProperty("class") String valueClass,
            List<String> purposes,
            String source,
            Instant at,
            String recordedUnder) {
        static KnownValue of(KnownTrait trait) {
            return new KnownValue(
                    trait.name(),
                    trait.value(),
                    trait.valueClass().wire(),
                    trait.purposes().stream().map(Purpose::name).sorted().toList(),
                    trait.source(),
                    trait.at(),
                    trait.recordedUnder().value());
        }
    }

    /**
     * @param properties as they were sent
     * @param said all else that was sent with it
     */
    @JsonInclude(Include.NON_NULL)
    record KnownEvent(
            String type,
            String name,
            Instant at,
            Instant receivedAt,
            String source,
            String ground,
            List<String> purposes,
            @Nullable String orderId,
            @JsonRawValue @Schema(implementation = Object[].class) String products,
            @JsonRawValue @Schema(implementation = Object.class) @Nullable String properties,
            @JsonRawValue @Schema(implementation = Object.class) @Nullable String said) {}
}
