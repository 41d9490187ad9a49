package io.tact.consent.client.erasure;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** How this service signs for what it has erased. */
@ConfigMapping(prefix = "tact.receipt")
interface ReceiptConfig {
    /** File with this service's own Ed25519 key, as PKCS#8 in PEM. */
    Path signingKey();
}
