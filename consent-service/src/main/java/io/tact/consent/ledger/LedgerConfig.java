package io.tact.consent.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the ledger is kept. */
@ConfigMapping(prefix = "tact.ledger")
public interface LedgerConfig {
    /** File with the master key: 32 random bytes in base64. Losing it is losing every entry. */
    Optional<Path> masterKey();

    /** File with the seed of the key that signs checkpoints: 32 random bytes in base64. */
    Optional<Path> signingKey();

    /** The ledger's own name, best a URL without its scheme; it stands in every checkpoint. */
    Optional<String> origin();

    /** How long entries wait at most for others to be signed with. */
    @WithDefault("100MS")
    Duration every();

    /** How many entries are signed together at most. */
    @WithDefault("4096")
    int batch();
}
