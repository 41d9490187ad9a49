package io.tact.localstack.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An Ed25519 key, as {@code openssl genpkey -algorithm ed25519} would draw it. */
public record SigningKey(String id, KeyPair pair) {
    private static final int PUBLIC_BYTES = 32;

    public static SigningKey generate(String id) {
        try {
            return new SigningKey(id, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has Ed25519", impossible);
        }
    }

    /** The same key under another id. */
    public SigningKey as(String other) {
        return new SigningKey(other, pair);
    }

    /** The private key as PKCS#8 in PEM. */
    public String toPem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** The public halves as a JSON Web Key Set (RFC 8037). */
    public static String keySet(List<SigningKey> keys) {
        return JsonText.of(Map.of("keys", keys.stream().map(SigningKey::publicKey).toList()));
    }

    private Map<String, String> publicKey() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
        Map<String, String> key = new LinkedHashMap<>();
        key.put("kty", "OKP");
        key.put("crv", "Ed25519");
        key.put("alg", "EdDSA");
        key.put("use", "sig");
        key.put("kid", id);
        key.put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
        return key;
    }
}
