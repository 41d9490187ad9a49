package io.tact.proof.note;

import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The private half of a {@link VerifierKey}, written {@code PRIVATE+KEY+name+hash+base64(0x01 ||
 * seed)} as Go's sumdb/note does. It shows its text only to who asks for the {@link #secret}.
 */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifierKey;
    private final KeyPair pair;
    private final byte[] seed;

    private SigningKey(String name, byte[] seed) {
        this.pair = Ed25519.keyPair(seed);
        this.verifierKey = VerifierKey.of(name, pair.getPublic());
        this.seed = seed;
    }

    public static SigningKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * From the 32 random bytes that are the whole secret.
     *
     * @param name of the ledger: not empty, without spaces and plus signs
     */
    public static Checked<SigningKey> ofSeed(String name, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            return Checked.refused(
                    "a seed has " + Ed25519.KEY_BYTES + " bytes, not " + seed.length);
        }
        return KeyId.isName(name)
                ? Checked.valid(new SigningKey(name, seed.clone()))
                : Checked.refused("'" + name + "' is no name of a key");
    }

    /** No reason shows any part of the text, which is a secret even when it is misspelt. */
    public static Checked<SigningKey> parse(String secret) {
        String[] parts = secret.split("\\+", 5);
        if (!secret.startsWith(PREFIX) || parts.length < 5) {
            return Checked.refused("a signing key reads PRIVATE+KEY+name+hash+base64");
        }
        if (!(KeyId.parse(parts[2], parts[3]) instanceof Checked.Valid<KeyId> id)
                || !(CanonicalBase64.decode(parts[4]) instanceof Checked.Valid<byte[]> typed)) {
            return Checked.refused("the name, hash or base64 of the signing key is malformed");
        }
        byte[] bytes = typed.value();
        if (bytes.length != 1 + Ed25519.KEY_BYTES || bytes[0] != Ed25519.TYPE) {
            return Checked.refused("the signing key is no Ed25519 key");
        }
        var key = new SigningKey(parts[2], Arrays.copyOfRange(bytes, 1, bytes.length));
        return key.verifierKey.id().equals(id.value())
                ? Checked.valid(key)
                : Checked.refused("the signing key does not belong to the hash beside it");
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    NoteSignature sign(byte[] text) {
        return new NoteSignature(
                verifierKey.id(), CanonicalBase64.encode(Ed25519.sign(pair.getPrivate(), text)));
    }

    /** For the one place where the key is kept. */
    public String secret() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length).put(Ed25519.TYPE).put(seed).array();
        return PREFIX + verifierKey.id() + "+" + CanonicalBase64.encode(typed);
    }

    @Override
    public String toString() {
        return "the signing key of " + verifierKey.id();
    }
}
