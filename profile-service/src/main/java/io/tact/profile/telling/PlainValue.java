package io.tact.profile.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody can say about themselves: a short text, a number or a boolean. */
public final class PlainValue {
    /** Characters of its JSON. */
    public static final int LONGEST = 200;

    private PlainValue() {}

    /** As JSON; empty for what is none. */
    public static Optional<String> json(@Nullable JsonNode stated) {
        if (stated == null || !stated.isValueNode() || stated.isNull()) {
            return Optional.empty();
        }
        String json = stated.toString();
        boolean isKept = json.length() <= LONGEST && !json.contains("\\u0000");
        return isKept ? Optional.of(json) : Optional.empty();
    }
}
