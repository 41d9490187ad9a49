package io.tact.consent.client.erasure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads the key; whoever starts a service without one gets an error that names the setting. */
final class ReceiptKey {
    private ReceiptKey() {}

    /**
     * @throws IllegalStateException if there is no Ed25519 key in it
     */
    static PrivateKey load(Path pemFile) {
        try {
            String body =
                    Files.readString(pemFile)
                            .replace("-----BEGIN PRIVATE KEY-----", "")
                            .replace("-----END PRIVATE KEY-----", "");
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
        } catch (IOException unreadable) {
            throw unsafe("cannot read " + pemFile);
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw unsafe(
                    pemFile
                            + " is not an Ed25519 key as PKCS#8 in PEM (openssl genpkey -algorithm ed25519)");
        }
    }

    private static IllegalStateException unsafe(String why) {
        return new IllegalStateException("TACT_RECEIPT_SIGNING_KEY: " + why);
    }
}
