package io.tact.profile.erasure.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.tact.consent.client.erasure.SignedReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The public keys of those who have to answer: an erasure is complete when all of them have. */
@Startup
@ApplicationScoped
public class ReceiptKeys {
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String OWN = "profile-service";

    private final Map<String, PublicKey> keys;

    ReceiptKeys(ReceiptsConfig config, ObjectMapper json) {
        this.keys = read(config.receiptKeys(), json);
    }

    /** Sorted. */
    public Set<String> services() {
        return keys.keySet();
    }

    /** As PEM, for {@code openssl}. */
    Optional<String> pem(String service) {
        return Optional.ofNullable(keys.get(service))
                .map(
                        key ->
                                "-----BEGIN PUBLIC KEY-----\n"
                                        + Base64.getEncoder().encodeToString(key.getEncoded())
                                        + "\n-----END PUBLIC KEY-----\n");
    }

    /** Whether the service has signed this for this request. */
    boolean verify(SignedReceipt receipt, ObjectMapper json) {
        PublicKey key = keys.get(receipt.service());
        String[] parts = receipt.receipt().split("\\.");
        if (key == null || parts.length != 3) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            Base64.Decoder base64 = Base64.getUrlDecoder();
            JsonNode said = json.readTree(base64.decode(parts[1]));
            return verifier.verify(base64.decode(parts[2]))
                    && said.path("request").asText().equals(receipt.request().toString())
                    && said.path("service").asText().equals(receipt.service());
        } catch (GeneralSecurityException | IOException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private static Map<String, PublicKey> read(Path file, ObjectMapper json) {
        var keys = new TreeMap<String, PublicKey>();
        try {
            for (JsonNode key : json.readTree(Files.readString(file)).path("keys")) {
                keys.put(key.path("kid").asText(), publicKey(key.path("x").asText()));
            }
        } catch (IOException unreadable) {
            throw unsafe("cannot read a key set from " + file);
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw unsafe("not every key in " + file + " is an Ed25519 key");
        }
        if (!keys.containsKey(OWN)) {
            throw unsafe(file + " has no key with kid " + OWN);
        }
        return keys;
    }

    private static PublicKey publicKey(String x) throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(ED25519);
        encoded.writeBytes(Base64.getUrlDecoder().decode(x));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }

    private static IllegalStateException unsafe(String why) {
        return new IllegalStateException("TACT_RECEIPT_KEYS is not safe to start with: " + why);
    }
}
