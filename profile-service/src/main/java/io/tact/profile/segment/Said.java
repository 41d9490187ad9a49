package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rest of a message: all that has no place of its own, as the sender said it. */
final class Said {
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "type",
                    "event",
                    "messageId",
                    "timestamp",
                    "originalTimestamp",
                    "sentAt",
                    "properties");

    /** Identities are kept as keys, and a write key nowhere. */
    private static final Set<String> NOWHERE =
            Set.of("userId", "anonymousId", "previousId", "writeKey");

    private Said() {}

    /** JSON; null where there is nothing more. */
    static @Nullable String besides(JsonNode message) {
        ObjectNode rest = ((ObjectNode) message).objectNode().setAll((ObjectNode) message);
        rest.remove(ELSEWHERE);
        rest.remove(NOWHERE);
        return rest.isEmpty() ? null : rest.toString();
    }
}
