package io.tact.profile.erasure.receipt;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Who answers an erasure, and how they are known. */
@ConfigMapping(prefix = "tact.erasure")
interface ReceiptsConfig {
    /**
     * File with the public key of every service that has to answer, as a JSON Web Key Set of
     * Ed25519 keys (RFC 8037); {@code kid} is the service.
     */
    Path receiptKeys();
}
