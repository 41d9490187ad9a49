package io.tact.proof.note;

import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;

/**
 * A public key with the name of its owner, written {@code name+hash+base64(0x01 || key)}. This text
 * is all that somebody needs to check a ledger, and what it must have from somewhere else than from
 * the ledger.
 */
public final class VerifierKey {
    private final KeyId id;
    private final PublicKey key;
    private final String text;

    private VerifierKey(KeyId id, PublicKey key, String text) {
        this.id = id;
        this.key = key;
        this.text = text;
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] raw = Ed25519.raw(key);
        KeyId id = KeyId.of(name, raw);
        byte[] typed = ByteBuffer.allocate(1 + raw.length).put(Ed25519.TYPE).put(raw).array();
        return new VerifierKey(id, key, id + "+" + CanonicalBase64.encode(typed));
    }

    public static Checked<VerifierKey> parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length < 3) {
            return Checked.refused("a verifier key reads name+hash+base64, not '" + text + "'");
        }
        return KeyId.parse(parts[0], parts[1])
                .then(id -> CanonicalBase64.decode(parts[2]).then(typed -> parse(id, typed)));
    }

    private static Checked<VerifierKey> parse(KeyId id, byte[] typed) {
        if (typed.length != 1 + Ed25519.KEY_BYTES || typed[0] != Ed25519.TYPE) {
            return Checked.refused(
                    "the key " + id + " is no Ed25519 key, which is the byte 1 and 32 more");
        }
        try {
            var key = of(id.name(), Ed25519.publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
            return key.id.equals(id)
                    ? Checked.valid(key)
                    : Checked.refused("the key called " + id + " is " + key.id);
        } catch (GeneralSecurityException e) {
            return Checked.refused("the key " + id + " is not a point of the curve");
        }
    }

    public KeyId id() {
        return id;
    }

    boolean verifies(byte[] text, NoteSignature signature) {
        return Ed25519.verifies(key, text, signature.bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey verifier && text.equals(verifier.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
