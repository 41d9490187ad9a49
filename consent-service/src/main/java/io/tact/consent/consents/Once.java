package io.tact.consent.consents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * "However often this arrives, record it once."
 *
 * @param key the client's name for the request
 * @param bodyHash of the whole body, so that another request under the same name is noticed
 */
public record Once(String key, String bodyHash) {
    public Once {
        if (!isKey(key)) {
            throw new IllegalArgumentException(
                    "An Idempotency-Key has 1 to 128 visible ASCII characters");
        }
    }

    static boolean isKey(String key) {
        return key.matches("[!-~]{1,128}");
    }

    public static Once of(String key, String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
            return new Once(key, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
