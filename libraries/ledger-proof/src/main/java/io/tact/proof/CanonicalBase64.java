package io.tact.proof;

import java.util.Base64;

/**
 * Base 64 of RFC 4648, section 4, in its one canonical form: with padding, and with the bits zero
 * that stand for nothing (section 3.5). So two texts that differ never mean the same bytes.
 */
public final class CanonicalBase64 {
    private CanonicalBase64() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static Checked<byte[]> decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Checked.refused("'" + text + "' is not base64");
        }
        if (!encode(bytes).equals(text)) {
            return Checked.refused(
                    "'" + text + "' is not canonical base64, which is '" + encode(bytes) + "'");
        }
        return Checked.valid(bytes);
    }
}
