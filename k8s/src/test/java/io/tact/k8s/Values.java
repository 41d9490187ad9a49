package io.tact.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Values of a chart, and how one layer of them lies over another. */
final class Values {
    private Values() {}

    /** Objects are merged, everything else is replaced: as Helm does it. */
    static JsonNode over(JsonNode lower, JsonNode upper) {
        if (!(lower instanceof ObjectNode below) || !(upper instanceof ObjectNode above)) {
            return upper;
        }
        ObjectNode merged = below.deepCopy();
        above.properties()
                .forEach(
                        value ->
                                merged.set(
                                        value.getKey(),
                                        over(merged.path(value.getKey()), value.getValue())));
        return merged;
    }

    /** The paths of all leaves, as JSON pointers. */
    static List<String> leaves(JsonNode values) {
        return leaves("", values).toList();
    }

    static JsonNode without(JsonNode values, String pointer) {
        JsonNode rest = values.deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) rest.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
        return rest;
    }

    private static Stream<String> leaves(String pointer, JsonNode node) {
        return node.isObject()
                ? node.properties().stream()
                        .flatMap(value -> leaves(pointer + "/" + value.getKey(), value.getValue()))
                : Stream.of(pointer);
    }
}
