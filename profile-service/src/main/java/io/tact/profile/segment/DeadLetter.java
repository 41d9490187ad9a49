package io.tact.profile.segment;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * A message that was not understood, or the part of one that was not taken.
 *
 * @param field the path of the one that is the reason, where there is one
 * @param redacted its shape, as JSON
 */
public record DeadLetter(
        String source, String reason, @Nullable String field, @JsonRawValue String redacted) {
    public static DeadLetter of(Message message, Reason reason, @Nullable String field) {
        return new DeadLetter(
                message.source().name(),
                reason.wire(),
                field == null ? null : Redaction.name(field),
                Redaction.of(message.body()).toString());
    }
}
