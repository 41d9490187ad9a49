package io.tact.consent.visitor;

import io.tact.consent.UnsafeSetting;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The key set that every service mounts, as this one sees it when it starts. */
final class PublicKeys {
    private final JsonWebKeySet keys;

    private PublicKeys(JsonWebKeySet keys) {
        this.keys = keys;
    }

    static PublicKeys load(Path file) {
        try {
            return new PublicKeys(new JsonWebKeySet(Files.readString(file)));
        } catch (IOException unreadable) {
            throw UnsafeSetting.of("TACT_VISITOR_KEYS", "cannot read " + file);
        } catch (JoseException notAKeySet) {
            throw UnsafeSetting.of("TACT_VISITOR_KEYS", file + " is not a JSON Web Key Set");
        }
    }

    boolean hold(String id, BigInteger modulus, BigInteger exponent) {
        return keys.getJsonWebKeys().stream()
                .filter(key -> id.equals(key.getKeyId()))
                .map(JsonWebKey::getKey)
                .anyMatch(
                        key ->
                                key instanceof RSAPublicKey rsa
                                        && rsa.getModulus().equals(modulus)
                                        && rsa.getPublicExponent().equals(exponent));
    }
}
