package io.tact.localstack.keys;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is nothing but random bytes, as {@code openssl rand -base64 32} would draw it. */
public final class RandomKey {
    private static final int BYTES = 32;

    private RandomKey() {}

    public static String draw() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
