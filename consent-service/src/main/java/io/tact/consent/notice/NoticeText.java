package io.tact.consent.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text as it is kept and returned, to the byte.
 *
 * @param language as its tag
 */
public record NoticeText(String language, String text) {

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String hash() {
        return HexFormat.of().formatHex(sha256());
    }
}
