package io.tact.storefront.door;

import io.quarkus.runtime.StartupEvent;
import io.tact.storefront.StorefrontConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shop does not start on settings that would give its customers' sessions away. */
@ApplicationScoped
class SafeSettings {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int SHORTEST_SECRET = 32;

    private final StorefrontConfig config;
    private final String cookieSecret;

    SafeSettings(
            StorefrontConfig config,
            @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret")
                    String cookieSecret) {
        this.config = config;
        this.cookieSecret = cookieSecret;
    }

    void check(@Observes StartupEvent starting) {
        unsafe(config.origin(), config.secure(), cookieSecret)
                .ifPresent(
                        setting -> {
                            throw new IllegalStateException("Unsafe setting: " + setting);
                        });
    }

    /** What is wrong and which variable to set, or empty. */
    static Optional<String> unsafe(URI origin, boolean secure, String cookieSecret) {
        boolean https = "https".equals(origin.getScheme());
        if (https != secure) {
            return Optional.of(
                    "TACT_STOREFRONT_SECURE must be true for an https TACT_STOREFRONT_ORIGIN, and for no other.");
        }
        if (!https && !LOOPBACK.contains(String.valueOf(origin.getHost()))) {
            return Optional.of("TACT_STOREFRONT_ORIGIN must be https, except on loopback.");
        }
        if (cookieSecret.length() < SHORTEST_SECRET) {
            return Optional.of(
                    "TACT_STOREFRONT_COOKIE_SECRET must have at least "
                            + SHORTEST_SECRET
                            + " characters.");
        }
        return Optional.empty();
    }
}
