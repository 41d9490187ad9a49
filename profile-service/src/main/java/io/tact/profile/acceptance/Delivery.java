package io.tact.profile.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.profile.segment.Message;
import io.tact.profile.source.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought.
 *
 * @param type of all messages, where the path says it
 * @param sentAt of all messages that do not say it themselves
 * @param shown {@code Consent-Seq} values: consents that the sender knows of
 * @param privacySignal {@code Sec-GPC: 1}
 */
public record Delivery(
        Source source,
        @Nullable String type,
        @Nullable String sentAt,
        List<JsonNode> bodies,
        Instant receivedAt,
        String requestId,
        List<String> shown,
        boolean privacySignal) {

    List<Message> messages() {
        return bodies.stream()
                .map(body -> new Message(source, body, type, sentAt, receivedAt))
                .toList();
    }

    /** The same with some of its messages only. */
    Delivery of(List<JsonNode> some) {
        return new Delivery(
                source, type, sentAt, some, receivedAt, requestId, shown, privacySignal);
    }
}
