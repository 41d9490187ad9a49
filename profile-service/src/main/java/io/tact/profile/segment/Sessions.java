package io.tact.profile.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The visit in which something happened, as a digest: a sender may put anything there. */
final class Sessions {
    private static final int LENGTH = 22;

    private Sessions() {}

    static Optional<String> of(JsonNode context, JsonNode properties) {
        return Fields.text(context, "sessionId")
                .or(() -> Fields.text(properties, "session_id"))
                .map(Sessions::digest);
    }

    private static String digest(String session) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("tact-session:" + session).getBytes(UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash)
                    .substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
