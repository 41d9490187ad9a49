package io.tact.profile.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tact.profile.trait.KnownTrait;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value, how it is known, from where and since when. */
record ShownTrait(
        @JsonRawValue @Schema(implementation = Object.class) String value,
        @JsonProperty("class") String valueClass,
        String source,
        Instant at) {
    static ShownTrait of(KnownTrait trait) {
        return new ShownTrait(trait.value(), trait.valueClass().wire(), trait.source(), trait.at());
    }
}
