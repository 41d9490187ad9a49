package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * The shape of a message without its content: enough for a developer to find the mistake, nothing
 * about a person, since nobody was asked yet.
 */
final class Redaction {
    private static final int DEEPEST = 4;
    private static final int MOST_FIELDS = 50;
    private static final int LONGEST = 100;
    private static final Set<String> KEPT = Set.of("type", "event", "messageId");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Redaction() {}

    static JsonNode of(JsonNode message) {
        JsonNode shape = shape(message, DEEPEST);
        if (shape instanceof ObjectNode object) {
            for (String name : KEPT) {
                JsonNode kept = message.path(name);
                if (kept.isTextual() && kept.textValue().length() <= LONGEST) {
                    object.put(name, storable(kept.textValue()));
                }
            }
        }
        return shape;
    }

    private static JsonNode shape(JsonNode node, int depth) {
        if (node.isTextual()) {
            return JSON.textNode("string of " + node.textValue().length());
        }
        if (node.isArray()) {
            return JSON.textNode("array of " + node.size());
        }
        if (!node.isObject() || depth == 0) {
            return JSON.textNode(node.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
        ObjectNode object = JSON.objectNode();
        node.properties().stream()
                .limit(MOST_FIELDS)
                .forEach(
                        field ->
                                object.set(
                                        name(field.getKey()), shape(field.getValue(), depth - 1)));
        return object;
    }

    static String name(String name) {
        return storable(name.length() <= LONGEST ? name : name.substring(0, LONGEST));
    }

    private static String storable(String text) {
        return text.replace('\0', '?');
    }
}
