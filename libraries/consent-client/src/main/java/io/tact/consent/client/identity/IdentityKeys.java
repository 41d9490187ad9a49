package io.tact.consent.client.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes identity-keys under the installation's secret. The same secret in all services, or they do
 * not know each other's people.
 */
@Startup
@ApplicationScoped
public class IdentityKeys {
    private static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec secret;

    @Inject
    public IdentityKeys(InstallationConfig config) {
        this(config.secret());
    }

    public IdentityKeys(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "tact.installation.secret (TACT_INSTALLATION_SECRET) has "
                            + bytes.length
                            + " bytes, not at least "
                            + SHORTEST_SECRET);
        }
        this.secret = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public IdentityKey of(Identity identity) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] hash = mac.doFinal((identity.type() + ":" + identity.value()).getBytes(UTF_8));
            return new IdentityKey(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }
}
