package io.tact.proof.sealing;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * The one secret that makes this service's tables its own. It is in no database and in no dump;
 * without it they can be deleted, but not read, and not written so that this service believes it.
 */
public final class MasterKey {
    /** How long it is. */
    public static final int BYTES = Aes.KEY_BYTES;

    private final byte[] wrapping;
    private final byte[] sealing;
    private final SecureRandom random;

    public MasterKey(byte[] secret, SecureRandom random) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(
                    "A master key has " + BYTES + " bytes, not " + secret.length);
        }
        this.wrapping = Hmac.of(secret, Bytes.of("tact: keys of persons"));
        this.sealing = Hmac.of(secret, Bytes.of("tact: seals of states"));
        this.random = random;
    }

    /** For somebody who never answered before. */
    public WrappedKey draw(UUID pseudonym) {
        byte[] secret = new byte[Aes.KEY_BYTES];
        random.nextBytes(secret);
        return new WrappedKey(
                pseudonym, Aes.encrypt(wrapping, Bytes.of(pseudonym), secret, random));
    }

    /** Empty if this key was not drawn here for this pseudonym. */
    public Optional<PersonKey> unwrap(WrappedKey wrapped) {
        return Aes.decrypt(wrapping, Bytes.of(wrapped.pseudonym()), wrapped.bytes())
                .map(secret -> new PersonKey(wrapped.pseudonym(), secret, random));
    }

    /** What only the holder of this key can put under these parts. */
    public byte[] seal(String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = Bytes.of(parts[i]);
        }
        return Hmac.of(sealing, bytes);
    }

    public boolean sealed(byte[] seal, String... parts) {
        return MessageDigest.isEqual(seal, seal(parts));
    }

    @Override
    public String toString() {
        return "the master key";
    }
}
