package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.profile.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it came.
 *
 * @param type what the path says; null in a batch, where the message says it itself
 * @param sentAt of its batch, where it has none of its own
 */
public record Message(
        Source source,
        JsonNode body,
        @Nullable String type,
        @Nullable String sentAt,
        Instant receivedAt) {
    Message saying(JsonNode other) {
        return new Message(source, other, type, sentAt, receivedAt);
    }
}
