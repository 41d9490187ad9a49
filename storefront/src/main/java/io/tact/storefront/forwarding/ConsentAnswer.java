package io.tact.storefront.forwarding;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** As much of a consent answer as the shop needs: what is granted. */
record ConsentAnswer(Set<String> granted) {
    private static final String NECESSARY = "necessary";

    static Optional<ConsentAnswer> read(Buffer body) {
        try {
            JsonObject answers = body.toJsonObject().getJsonObject("answers");
            if (answers == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new ConsentAnswer(
                            answers.fieldNames().stream()
                                    .filter(purpose -> !purpose.equals(NECESSARY))
                                    .filter(purpose -> isGranted(answers, purpose))
                                    .collect(Collectors.toUnmodifiableSet())));
        } catch (DecodeException | ClassCastException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isGranted(JsonObject answers, String purpose) {
        JsonObject answer = answers.getJsonObject(purpose);
        return answer != null && "granted".equals(answer.getString("answer"));
    }

    /** Whether the person wants to be remembered beyond this visit. */
    boolean grantsAnything() {
        return !granted.isEmpty();
    }

    boolean grantsLinking() {
        return granted.contains("identity_link");
    }
}
