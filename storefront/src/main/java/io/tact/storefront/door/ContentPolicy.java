package io.tact.storefront.door;

import io.tact.storefront.StorefrontConfig;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a browser may do with an answer: scripts, styles and pictures of this origin only, in no
 * frame. The log-out form ends at the OIDC provider, and a form's target counts its redirects.
 */
@ApplicationScoped
class ContentPolicy {
    private final String policy;
    private final boolean secure;

    ContentPolicy(
            StorefrontConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
        this.secure = config.secure();
        this.policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; font-src 'self'; manifest-src 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + issuer.getScheme()
                        + "://"
                        + issuer.getAuthority();
    }

    /** A stricter policy of its own stays. */
    void apply(MultiMap headers) {
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", policy);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
