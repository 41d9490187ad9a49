package io.tact.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * What tells keys apart under a note. The hash is short and can be forged: it finds the key to try,
 * and proves nothing.
 */
public record KeyId(String name, int hash) {
    private static final Pattern NAME = Pattern.compile("[^+\\p{IsWhite_Space}\\x00-\\x1f]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8}");

    public KeyId {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no key name: one has no spaces and no +, and is not empty");
        }
    }

    /** SHA-256(name || 0x0A || 0x01 || public key)[:4], where 0x01 stands for Ed25519. */
    static KeyId of(String name, byte[] publicKey) {
        byte[] nameBytes = name.getBytes(UTF_8);
        byte[] named =
                ByteBuffer.allocate(nameBytes.length + 2 + publicKey.length)
                        .put(nameBytes)
                        .put((byte) '\n')
                        .put(Ed25519.TYPE)
                        .put(publicKey)
                        .array();
        return new KeyId(name, ByteBuffer.wrap(sha256(named)).getInt());
    }

    static Checked<KeyId> parse(String name, String hash) {
        if (!isName(name)) {
            return Checked.refused("'" + name + "' is no key name");
        }
        if (!HASH.matcher(hash).matches()) {
            return Checked.refused("'" + hash + "' is no key hash of 8 lower case hex digits");
        }
        return Checked.valid(new KeyId(name, Integer.parseUnsignedInt(hash, 16)));
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && UTF_8.newEncoder().canEncode(name);
    }

    /** {@code name+hash}, the hash in hex. */
    @Override
    public String toString() {
        return "%s+%08x".formatted(name, hash);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
