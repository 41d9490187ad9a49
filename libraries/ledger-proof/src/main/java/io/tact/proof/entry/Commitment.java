package io.tact.proof.entry;

import io.tact.proof.Checked;
import io.tact.proof.tree.Hash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fixes a body without showing anything of it: HMAC-SHA-256 of the body under a nonce of 32 random
 * bytes. Whoever has the nonce can open it; without it, not even a body of one bit can be guessed.
 */
public final class Commitment {
    public static final int NONCE_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final Hash value;

    private Commitment(Hash value) {
        this.value = value;
    }

    public static Commitment to(byte[] body, byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException(
                    "A nonce has " + NONCE_BYTES + " bytes, not " + nonce.length);
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(nonce, HMAC));
            return new Commitment(Hash.parse(mac.doFinal(body)).orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    static Checked<Commitment> parse(String base64) {
        return Hash.parse(base64).map(Commitment::new);
    }

    /** Whether this is what was committed to. */
    public boolean opens(byte[] body, byte[] nonce) {
        return nonce.length == NONCE_BYTES
                && MessageDigest.isEqual(to(body, nonce).value.toBytes(), value.toBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitment commitment && value.equals(commitment.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** In base64, as it stands in a leaf. */
    @Override
    public String toString() {
        return value.toString();
    }
}
