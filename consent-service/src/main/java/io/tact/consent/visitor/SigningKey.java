package io.tact.consent.visitor;

import io.tact.consent.UnsafeSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The private key of visitor tokens, known to be strong enough and to have its public half where
 * all services look for it. Whoever makes one gets an error that names the setting to change.
 */
record SigningKey(String id, PrivateKey privateKey) {
    private static final int SHORTEST_BITS = 2_048;

    /**
     * @throws UnsafeSetting if tokens signed with it would be weak, or believed by nobody
     */
    static SigningKey load(Path pemFile, String id, PublicKeys publicKeys) {
        RSAPrivateCrtKey key = read(pemFile);
        int bits = key.getModulus().bitLength();
        if (bits < SHORTEST_BITS) {
            throw UnsafeSetting.of(
                    "TACT_VISITOR_PRIVATE_KEY",
                    "the key has " + bits + " bits, not at least " + SHORTEST_BITS);
        }
        if (!publicKeys.hold(id, key.getModulus(), key.getPublicExponent())) {
            throw UnsafeSetting.of(
                    "TACT_VISITOR_KEYS",
                    "it has no public key with kid "
                            + id
                            + " (TACT_VISITOR_KEY_ID) that belongs to TACT_VISITOR_PRIVATE_KEY");
        }
        return new SigningKey(id, key);
    }

    private static RSAPrivateCrtKey read(Path pemFile) {
        try {
            String body =
                    Files.readString(pemFile)
                            .replace("-----BEGIN PRIVATE KEY-----", "")
                            .replace("-----END PRIVATE KEY-----", "");
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (IOException unreadable) {
            throw UnsafeSetting.of("TACT_VISITOR_PRIVATE_KEY", "cannot read " + pemFile);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException notAKey) {
            throw UnsafeSetting.of(
                    "TACT_VISITOR_PRIVATE_KEY", pemFile + " is not an RSA key as PKCS#8 in PEM");
        }
    }
}
