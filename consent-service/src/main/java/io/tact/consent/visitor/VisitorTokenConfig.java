package io.tact.consent.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How visitor tokens are made. Who may read them is {@code tact.visitor}. */
@ConfigMapping(prefix = "tact.visitor-token")
public interface VisitorTokenConfig {
    /** File with the RSA private key, PKCS#8 in PEM, at least 2048 bits. */
    Optional<Path> privateKey();

    /** The key's {@code kid}; its public half stands under it in {@code tact.visitor.keys}. */
    Optional<String> keyId();

    /** How long a token is good, at most 24 hours. */
    @WithDefault("12H")
    Duration lifetime();
}
