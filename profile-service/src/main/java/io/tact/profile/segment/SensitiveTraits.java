package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tact.profile.protection.ProtectedCategories;
import java.util.List;
import java.util.Map;

/** What an event says of somebody, but for what only they themselves may tell. */
final class SensitiveTraits {
    private static final ProtectedCategories CATEGORIES = ProtectedCategories.shipped();

    private SensitiveTraits() {}

    /**
     * @param leftOut is told the path of each
     * @return the same message if there is none
     */
    static JsonNode leaveOut(JsonNode message, List<String> leftOut) {
        List<String> own = sensitive(message.path("traits"));
        List<String> ofContext = sensitive(message.path("context").path("traits"));
        if (own.isEmpty() && ofContext.isEmpty()) {
            return message;
        }
        ObjectNode copy = message.deepCopy();
        remove(copy.path("traits"), own);
        remove(copy.path("context").path("traits"), ofContext);
        own.forEach(name -> leftOut.add("traits." + name));
        ofContext.forEach(name -> leftOut.add("context.traits." + name));
        return copy;
    }

    private static List<String> sensitive(JsonNode traits) {
        return traits.properties().stream()
                .filter(
                        trait ->
                                CATEGORIES
                                        .ofTrait(trait.getKey(), trait.getValue().toString())
                                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void remove(JsonNode traits, List<String> names) {
        if (traits instanceof ObjectNode object) {
            object.remove(names);
        }
    }
}
