package io.tact.localstack.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An RSA key of 2048 bits. Its id is its thumbprint (RFC 7638), so it survives being written and
 * read.
 */
public record RsaKey(RSAPrivateCrtKey privateKey) {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "-----END PRIVATE KEY-----\n";

    public static RsaKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new RsaKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file of PKCS#8 PEM. */
    public static RsaKey read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads PKCS#8 PEM. */
    public static RsaKey parse(String pem) {
        try {
            String body = pem.replace(BEGIN.strip(), "").replace(END.strip(), "");
            byte[] bytes = Base64.getMimeDecoder().decode(body);
            return new RsaKey(
                    (RSAPrivateCrtKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a PKCS#8 RSA key in PEM", e);
        }
    }

    public String toPem() {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(privateKey.getEncoded());
        return BEGIN + body + "\n" + END;
    }

    /** The public half as X.509 writes it. */
    public byte[] publicDer() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(
                            new RSAPublicKeySpec(
                                    privateKey.getModulus(), privateKey.getPublicExponent()))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicDer())
                + "\n-----END PUBLIC KEY-----\n";
    }

    public String id() {
        String canonical =
                "{\"e\":\"" + exponent() + "\",\"kty\":\"RSA\",\"n\":\"" + modulus() + "\"}";
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.getBytes(StandardCharsets.UTF_8));
            return BASE64URL.encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key set (RFC 7517) with the public half of each key. */
    public static String keySet(List<RsaKey> keys) {
        return JsonText.of(Map.of("keys", keys.stream().map(RsaKey::publicJwk).toList()));
    }

    private Map<String, String> publicJwk() {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", id());
        jwk.put("n", modulus());
        jwk.put("e", exponent());
        return jwk;
    }

    private String modulus() {
        return unsigned(privateKey.getModulus());
    }

    private String exponent() {
        return unsigned(privateKey.getPublicExponent());
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        boolean padded = bytes.length > 1 && bytes[0] == 0;
        return BASE64URL.encodeToString(
                padded ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
