package io.tact.consent.c15t;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Banner ids as generateSubjectId of c15t 2.2.1 makes them. */
public final class BannerIds {
    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final Instant EPOCH = Instant.ofEpochMilli(1_700_000_000_000L);

    private BannerIds() {}

    public static String drawn() {
        return drawn(Instant.now(), new SecureRandom());
    }

    static String drawn(Instant at, RandomGenerator random) {
        byte[] drawn = new byte[12];
        random.nextBytes(drawn);
        return of(at, drawn);
    }

    static String of(Instant at, byte[] drawn) {
        return spelled(
                ByteBuffer.allocate(8 + drawn.length)
                        .putLong(at.toEpochMilli() - EPOCH.toEpochMilli())
                        .put(drawn)
                        .array());
    }

    static String spelled(byte[] bytes) {
        var digits = new StringBuilder();
        for (BigInteger left = new BigInteger(1, bytes);
                left.signum() > 0;
                left = left.divide(BASE)) {
            digits.insert(0, ALPHABET.charAt(left.mod(BASE).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.insert(0, '1');
        }
        return "sub_" + digits;
    }
}
