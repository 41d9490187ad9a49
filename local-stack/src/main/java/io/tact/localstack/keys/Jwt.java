package io.tact.localstack.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON Web Tokens in compact form (RFC 7519). */
public final class Jwt {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    public static String signed(RsaKey key, Map<String, ?> claims) {
        String content =
                encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", key.id()))
                        + "."
                        + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attack of the algorithm "none": no signature at all. */
    public static String unsigned(Map<String, ?> claims) {
        return encoded(Map.of("alg", "none", "typ", "JWT")) + "." + encoded(claims) + ".";
    }

    /**
     * The attack of the confused verifier: signed with a secret that everybody knows, the public
     * key in one of its spellings, in the name of that key.
     */
    public static String symmetric(RsaKey key, byte[] secret, Map<String, ?> claims) {
        String content =
                encoded(Map.of("alg", "HS256", "typ", "JWT", "kid", key.id()))
                        + "."
                        + encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content
                    + "."
                    + BASE64URL.encodeToString(
                            mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, ?> json) {
        return BASE64URL.encodeToString(JsonText.of(json).getBytes(StandardCharsets.UTF_8));
    }
}
