package io.tact.consent.ledger;

import io.quarkus.runtime.Startup;
import io.tact.consent.UnsafeSetting;
import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import io.tact.proof.note.SigningKey;
import io.tact.proof.sealing.MasterKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The two secrets of the ledger, known to be what they should be before anything is recorded. */
@Startup
@Singleton
class LedgerKeys {
    private static final String ORIGIN = "TACT_LEDGER_ORIGIN";

    private final MasterKey master;
    private final SigningKey signing;

    LedgerKeys(LedgerConfig config) {
        master =
                new MasterKey(
                        read("TACT_LEDGER_MASTER_KEY", config.masterKey()), new SecureRandom());
        byte[] seed = read("TACT_LEDGER_SIGNING_KEY", config.signingKey());
        String origin =
                config.origin()
                        .orElseThrow(() -> UnsafeSetting.of(ORIGIN, "the ledger has no name"));
        if (!(SigningKey.ofSeed(origin, seed) instanceof Checked.Valid<SigningKey> key)) {
            throw UnsafeSetting.of(ORIGIN, "a name has no spaces and no +: " + origin);
        }
        signing = key.value();
    }

    @Produces
    @Singleton
    MasterKey master() {
        return master;
    }

    @Produces
    @Singleton
    SigningKey signing() {
        return signing;
    }

    /** No reason shows any part of what the file holds. */
    private static byte[] read(String setting, Optional<Path> file) {
        Path path =
                file.orElseThrow(() -> UnsafeSetting.of(setting, "it names no file with the key"));
        String text;
        try {
            text = Files.readString(path).strip();
        } catch (IOException unreadable) {
            throw UnsafeSetting.of(setting, "cannot read " + path);
        }
        if (CanonicalBase64.decode(text) instanceof Checked.Valid<byte[]> secret
                && secret.value().length == MasterKey.BYTES) {
            return secret.value();
        }
        throw UnsafeSetting.of(
                setting, path + " does not hold " + MasterKey.BYTES + " bytes in base64");
    }
}
