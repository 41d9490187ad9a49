package io.tact.consent.client.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How a visitor's token is recognised. */
@ConfigMapping(prefix = "tact.visitor")
public interface VisitorConfig {
    /**
     * File with the public keys of consent-service as a JSON Web Key Set; read again when it
     * changes, so that keys can rotate.
     */
    Path keys();

    /** Issuer of visitor tokens. */
    @WithDefault("tact-consent")
    String issuer();

    /** Audience of visitor tokens. */
    @WithDefault("tact")
    String audience();

    /**
     * How long a verified token is believed without verifying it again; never beyond its expiry.
     */
    @WithDefault("60S")
    Duration cached();
}
