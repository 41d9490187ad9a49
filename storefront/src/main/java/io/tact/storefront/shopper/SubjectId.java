package io.tact.storefront.shopper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The banner's secret. It goes to consent-service and nowhere else; whoever has it is the visitor.
 */
public record SubjectId(String value) {
    private static final int ANONYMOUS_LENGTH = 22;

    public SubjectId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "A subject id is 22 to 128 base64url characters, not " + value.length());
        }
    }

    static boolean isOne(String value) {
        return value.matches("[A-Za-z0-9_-]{22,128}");
    }

    /**
     * What the rest of the world may know: the beginning of SHA-256("tact-anonymous:" + secret).
     */
    public String anonymousId() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("tact-anonymous:" + value).getBytes(UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, ANONYMOUS_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "SubjectId[…]";
    }
}
