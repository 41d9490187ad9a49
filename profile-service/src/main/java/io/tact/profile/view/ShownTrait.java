package io.tact.profile.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tact.profile.trait.KnownTrait;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value, how it is known, from where, since when, and until when where it ends by itself. */
record ShownTrait(
        @JsonRawValue @Schema(implementation = Object.class) String value,
        @JsonProperty("class") String valueClass,
        String source,
        Instant at,
        @JsonInclude(Include.NON_NULL) @Nullable Instant until) {
    static ShownTrait of(KnownTrait trait) {
        return new ShownTrait(
                trait.value(),
                trait.valueClass().wire(),
                trait.source(),
                trait.at(),
                trait.until());
    }
}
