package io.tact.profile.segment;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A message that was not understood.
 *
 * @param redacted its shape, as JSON
 */
public record DeadLetter(String source, String reason, @JsonRawValue String redacted) {
    public static DeadLetter of(Message message, Reason reason) {
        return new DeadLetter(
                message.source().name(), reason.wire(), Redaction.of(message.body()).toString());
    }
}
