package io.tact.consent.client.identity;

import io.smallrye.config.ConfigMapping;

/** What makes this installation another than all others. */
@ConfigMapping(prefix = "tact.installation")
public interface InstallationConfig {
    /** Secret of the identity-keys, at least 32 bytes, the same in all services, never changed. */
    String secret();
}
