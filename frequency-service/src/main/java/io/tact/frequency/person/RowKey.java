package io.tact.frequency.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The key of a row: half of the SHA-256 of a person, an identity-key or a session. */
public final class RowKey {
    private RowKey() {}

    /**
     * @param name a person's pseudonym, or an identity-key
     */
    public static UUID ofPerson(String name) {
        return of("person:" + name);
    }

    public static UUID ofSession(String id) {
        return of("session:" + id);
    }

    private static UUID of(String text) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
