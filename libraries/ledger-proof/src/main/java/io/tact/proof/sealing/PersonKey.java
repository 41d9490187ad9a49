package io.tact.proof.sealing;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens what one person said. Deleting it is forgetting the person: it encrypts the bodies, and the
 * nonces of their commitments are derived from it.
 */
public final class PersonKey {
    private final UUID pseudonym;
    private final byte[] secret;
    private final SecureRandom random;

    PersonKey(UUID pseudonym, byte[] secret, SecureRandom random) {
        this.pseudonym = pseudonym;
        this.secret = secret;
        this.random = random;
    }

    /** Of the entry with this version; it may be shown with the entry, and tells of no other. */
    public byte[] nonce(long version) {
        return Hmac.of(secret, Bytes.of("tact: nonce"), Bytes.of(version));
    }

    public byte[] encrypt(long version, byte[] body) {
        return Aes.encrypt(encrypting(), place(version), body, random);
    }

    /** Empty if this is not what was encrypted for this version. */
    public Optional<byte[]> decrypt(long version, byte[] sealed) {
        return Aes.decrypt(encrypting(), place(version), sealed);
    }

    private byte[] encrypting() {
        return Hmac.of(secret, Bytes.of("tact: bodies"));
    }

    private byte[] place(long version) {
        return Bytes.of(pseudonym, version);
    }

    @Override
    public String toString() {
        return "the key of " + pseudonym;
    }
}
