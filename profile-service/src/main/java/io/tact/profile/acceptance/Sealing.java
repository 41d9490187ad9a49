package io.tact.profile.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.identity.InstallationConfig;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.log.Batch.LeftUndecided;
import io.tact.profile.log.Batch.WaitingRow;
import io.tact.profile.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Closes messages that nobody may read yet (AES-256-GCM, bound to their source), under a key that
 * is derived from the installation's secret: whoever finds the table finds nothing in it, and a
 * restart loses nothing.
 */
@ApplicationScoped
class Sealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Sealing(InstallationConfig config, ObjectMapper json) {
        this(config.secret(), json);
    }

    Sealing(String secret, ObjectMapper json) {
        this.key = derive(secret);
        this.json = json;
    }

    /** Some messages of a delivery, for whom the first of them awaits. */
    WaitingRow seal(Delivery delivery, List<LeftUndecided> left) {
        Awaited awaited = left.get(0).awaited();
        return new WaitingRow(
                delivery.source().name(),
                seal(delivery.of(left.stream().map(LeftUndecided::message).toList())),
                awaited.of().value(),
                awaited.missing().wire());
    }

    private String seal(Delivery delivery) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] content = json.writeValueAsBytes(Content.of(delivery));
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, delivery.source()).doFinal(content);
            byte[] sealed =
                    ByteBuffer.allocate(nonce.length + closed.length)
                            .put(nonce)
                            .put(closed)
                            .array();
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("Every JDK has " + CIPHER, impossible);
        }
    }

    /**
     * @throws GeneralSecurityException for what was not sealed here for this source
     */
    Delivery open(String sealed, Source source, Instant receivedAt)
            throws GeneralSecurityException, IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] closed = new byte[bytes.remaining()];
        bytes.get(closed);
        byte[] content = cipher(Cipher.DECRYPT_MODE, nonce, source).doFinal(closed);
        return json.readValue(content, Content.class).delivery(source, receivedAt);
    }

    private Cipher cipher(int mode, byte[] nonce, Source source) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(source.name().getBytes(UTF_8));
        return cipher;
    }

    private static SecretKeySpec derive(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("tact-profile-waiting".getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    /** All of a delivery but what stands beside it in its row. */
    record Content(
            @Nullable String type,
            @Nullable String sentAt,
            List<JsonNode> bodies,
            String requestId,
            List<String> shown,
            boolean privacySignal) {
        static Content of(Delivery delivery) {
            return new Content(
                    delivery.type(),
                    delivery.sentAt(),
                    delivery.bodies(),
                    delivery.requestId(),
                    delivery.shown(),
                    delivery.privacySignal());
        }

        Delivery delivery(Source source, Instant receivedAt) {
            return new Delivery(
                    source, type, sentAt, bodies, receivedAt, requestId, shown, privacySignal);
        }
    }
}
