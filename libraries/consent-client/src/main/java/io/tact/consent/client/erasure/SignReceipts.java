package io.tact.consent.client.erasure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.tact.consent.client.erasure.Receipt.Deleted;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs what this service says about an erasure, as a compact JWS with EdDSA (RFC 8037): {@code
 * openssl} verifies it over the text before the second dot.
 */
@Startup
@ApplicationScoped
public class SignReceipts {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ObjectMapper json;
    private final String service;
    private final PrivateKey key;
    private final InstantSource clock = InstantSource.system();

    SignReceipts(
            ObjectMapper json,
            ReceiptConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.service = service;
        this.key = ReceiptKey.load(config.signingKey());
    }

    /**
     * The value of {@code privacy.receipt.v1}; its key is the request. It goes into the outbox in
     * the transaction that ends the erasure.
     */
    public String sign(Erasure erasure, List<Deleted> deleted) {
        var receipt =
                new Receipt(
                        erasure.request(),
                        service,
                        erasure.erasedAt(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        deleted);
        return text(
                new SignedReceipt(erasure.request(), service, sign(text(header()), text(receipt))));
    }

    private Map<String, String> header() {
        return new TreeMap<>(Map.of("alg", "EdDSA", "kid", service, "typ", "tact-erasure-receipt"));
    }

    private String sign(String header, String payload) {
        String signed =
                BASE64.encodeToString(header.getBytes(UTF_8))
                        + "."
                        + BASE64.encodeToString(payload.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK signs with Ed25519", impossible);
        }
    }

    private String text(Object plain) {
        try {
            return json.writeValueAsString(plain);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Receipts are plain values", impossible);
        }
    }
}
