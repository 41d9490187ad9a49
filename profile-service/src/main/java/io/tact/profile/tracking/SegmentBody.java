package io.tact.profile.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The messages in a body.
 *
 * @param sentAt of the batch
 */
record SegmentBody(List<JsonNode> messages, @Nullable String sentAt) {
    private static final int MOST_MESSAGES = 2_000;
    private static final List<String> SHARED = List.of("context", "integrations");

    /** A body that is one message. */
    static SegmentBody single(ObjectNode body) {
        return new SegmentBody(List.of(body), null);
    }

    /**
     * A body with a {@code batch}. What its {@code context} and {@code integrations} say holds for
     * all of its messages that do not say it themselves.
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
        for (String shared : SHARED) {
            if (body.path(shared) instanceof ObjectNode said && !said.isEmpty()) {
                refuseUnlessItFits(shared, said, batch.size());
                batch.forEach(message -> share(shared, said, message));
            }
        }
        return new SegmentBody(
                StreamSupport.stream(batch.spliterator(), false).toList(),
                body.path("sentAt").textValue());
    }

    /** As if each message had said it, the whole must not be larger than may be sent. */
    private static void refuseUnlessItFits(String name, ObjectNode shared, int messages) {
        if ((long) shared.toString().length() * messages > TrackingBody.MOST_BYTES) {
            throw TrackingProblem.tooLarge(
                    "The " + name + " of the batch, repeated in each of its events, is too large.");
        }
    }

    private static void share(String name, ObjectNode shared, JsonNode message) {
        if (message instanceof ObjectNode object) {
            ObjectNode merged = JsonNodeFactory.instance.objectNode().setAll(shared);
            if (object.path(name) instanceof ObjectNode own) {
                merged.setAll(own);
            }
            object.set(name, merged);
        }
    }
}
