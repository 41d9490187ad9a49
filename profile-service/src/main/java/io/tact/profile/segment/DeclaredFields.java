package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.profile.source.Collects;
import io.tact.profile.source.IntrusiveFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a message holds only what its source declared. */
final class DeclaredFields {
    /** What every client sends to say what the message is and whom it is about. */
    private static final Set<String> PROTOCOL =
            Set.of(
                    "type",
                    "event",
                    "name",
                    "category",
                    "messageId",
                    "userId",
                    "anonymousId",
                    "previousId",
                    "groupId",
                    "timestamp",
                    "originalTimestamp",
                    "sentAt",
                    "receivedAt",
                    "integrations",
                    "writeKey",
                    "channel",
                    "version",
                    "_metadata");

    private DeclaredFields() {}

    static void check(JsonNode message, Collects collects) throws Unreadable {
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            if (!PROTOCOL.contains(field.getKey())) {
                check(new ArrayList<>(List.of(field.getKey())), field.getValue(), collects);
            }
        }
    }

    private static void check(List<String> path, JsonNode value, Collects collects)
            throws Unreadable {
        if (collects.names(path)) {
            return;
        }
        if (value.isObject() && !value.isEmpty()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                path.add(field.getKey());
                check(path, field.getValue(), collects);
                path.remove(path.size() - 1);
            }
        } else if (value.isArray() && !value.isEmpty()) {
            for (JsonNode element : value) {
                check(path, element, collects);
            }
        } else if (!collects.covers(path)
                || value.isTextual() && IntrusiveFields.holds(value.textValue())) {
            throw Unreadable.at(path, Reason.FIELD_NOT_DECLARED);
        }
    }
}
