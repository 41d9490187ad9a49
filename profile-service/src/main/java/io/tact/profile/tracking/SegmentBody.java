package io.tact.profile.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages in a body.
 *
 * @param sentAt of the batch
 */
record SegmentBody(List<JsonNode> messages, @Nullable String sentAt) {
    private static final int MOST_MESSAGES = 2_000;
    private static final int LONGEST_SHARED = 2_048;
    private static final List<String> SHARED = List.of("consent", "sessionId");

    /** A body that is one message. */
    static SegmentBody single(ObjectNode body) {
        return new SegmentBody(List.of(body), null);
    }

    /**
     * A body with a {@code batch}. What its {@code context} says holds for all of its messages that
     * do not say it themselves.
     */
    static SegmentBody batch(ObjectNode body) {
        JsonNode batch = body.path("batch");
        if (!batch.isArray()) {
            throw TrackingProblem.noBatch("There is no array called batch.");
        }
        if (batch.size() > MOST_MESSAGES) {
            throw TrackingProblem.tooLarge(
                    "A batch holds at most "
                            + MOST_MESSAGES
                            + " events, not "
                            + batch.size()
                            + ".");
        }
        var messages = new ArrayList<JsonNode>(batch.size());
        ObjectNode shared = shared(body.path("context"));
        batch.forEach(message -> messages.add(within(message, shared)));
        return new SegmentBody(messages, body.path("sentAt").textValue());
    }

    /**
     * Only what is read of a context, and only little of it: a large one would be as large again in
     * each message.
     */
    private static ObjectNode shared(JsonNode context) {
        ObjectNode shared = JsonNodeFactory.instance.objectNode();
        for (String name : SHARED) {
            JsonNode field = context.path(name);
            if (!field.isMissingNode() && field.toString().length() <= LONGEST_SHARED) {
                shared.set(name, field);
            }
        }
        return shared;
    }

    private static JsonNode within(JsonNode message, ObjectNode shared) {
        if (message instanceof ObjectNode object && !shared.isEmpty()) {
            ObjectNode merged = JsonNodeFactory.instance.objectNode().setAll(shared);
            if (object.path("context") instanceof ObjectNode own) {
                merged.setAll(own);
            }
            object.set("context", merged);
        }
        return message;
    }
}
