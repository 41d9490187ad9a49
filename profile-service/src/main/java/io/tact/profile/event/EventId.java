package io.tact.profile.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.profile.source.Source;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * By what an event is known again: 22 base64url characters of SHA-256 over source and message id,
 * with a browser's key over the anonymous id as well, so that nobody can use up the message ids of
 * another.
 */
public record EventId(String value) {
    private static final int LENGTH = 22;

    public static EventId of(Source source, String messageId, @Nullable String anonymousId) {
        String identified = source.name() + ":" + messageId;
        return digest(
                source.isBrowser() && anonymousId != null
                        ? identified + ":" + anonymousId
                        : identified);
    }

    private static EventId digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return new EventId(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
