package io.tact.profile.trait;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trait, as the function {@code note_traits} takes it.
 *
 * @param eventId null for what was not said in an event
 * @param expiresAt null for what does not end by itself
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TraitRow(
        String identityKey,
        String name,
        @JsonProperty("class") String valueClass,
        @JsonRawValue String value,
        boolean personal,
        List<String> purposes,
        String source,
        @Nullable String eventId,
        String messageId,
        Instant at,
        @Nullable Instant expiresAt) {

    public static TraitRow of(KnownTrait trait) {
        return new TraitRow(
                trait.recordedUnder().value(),
                trait.name(),
                trait.valueClass().wire(),
                trait.value(),
                PersonalNames.contains(trait.name()),
                trait.purposes().stream().map(Purpose::name).sorted().toList(),
                trait.source(),
                trait.eventId(),
                trait.messageId(),
                trait.at(),
                trait.until());
    }
}
