package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.profile.event.StatedTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an identify event says about its subject. */
final class Traits {
    private static final int MOST = 100;
    private static final int LONGEST_VALUE = 4_096;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$ .:/-]{0,63}");

    private Traits() {}

    /** RudderStack's script puts them into the context. */
    static JsonNode ofSubject(JsonNode identify) {
        JsonNode traits = identify.path("traits");
        return traits.isMissingNode() ? identify.path("context").path("traits") : traits;
    }

    /** Nulls say nothing. */
    static List<StatedTrait> of(JsonNode traits) throws Unreadable {
        if (traits.size() > MOST) {
            throw new Unreadable(Reason.TRAITS_MALFORMED);
        }
        var stated = new ArrayList<StatedTrait>();
        for (Map.Entry<String, JsonNode> trait : traits.properties()) {
            String value = trait.getValue().toString();
            if (!NAME.matcher(trait.getKey()).matches() || value.length() > LONGEST_VALUE) {
                throw new Unreadable(Reason.TRAITS_MALFORMED);
            }
            if (!trait.getValue().isNull()) {
                stated.add(new StatedTrait(trait.getKey(), value));
            }
        }
        return List.copyOf(stated);
    }
}
