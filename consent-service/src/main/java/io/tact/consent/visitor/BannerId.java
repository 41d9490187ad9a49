package io.tact.consent.visitor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tact.consent.client.identity.Identity;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The subject id that c15t's banner makes for itself: {@code sub_} and 20 bytes in base 58, of
 * which 8 tell the time and 12 are random. Those 96 bits are less than a {@link SubjectId} has, and
 * scripts can read them; so it opens the banner's own doors only, and its visitor gets no token.
 * Like a subject id it is never stored, logged or published.
 */
public record BannerId(String value) {
    private static final String PREFIX = "sub_";
    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int BYTES = 20;
    private static final int TIME_BYTES = 8;

    /** Of 12 random bytes fewer than 6 differ less than once in ten thousand million times. */
    private static final int FEWEST_DIFFERENT = 6;

    public BannerId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A banner's id is sub_ and 20 bytes in base 58");
        }
    }

    /** Empty for what c15t does not make, and for what nobody drew at random. */
    public static Optional<BannerId> parse(String text) {
        return bytes(text).filter(BannerId::looksRandom).map(bytes -> new BannerId(text));
    }

    /** Whether it has the form, random or not. */
    static boolean isOne(String text) {
        return bytes(text).isPresent();
    }

    /** The visitor whom the banner's answers belong to; nobody can turn this back. */
    public Identity visitor() {
        return new SubjectId(value).visitor();
    }

    /** Without the value, so that it may be printed. */
    @Override
    public String toString() {
        return "BannerId[…]";
    }

    private static boolean looksRandom(byte[] bytes) {
        byte[] drawn = Arrays.copyOfRange(bytes, TIME_BYTES, BYTES);
        return new String(drawn, ISO_8859_1).chars().distinct().count() >= FEWEST_DIFFERENT;
    }

    /** A 1 at the beginning is a byte 0, as in Bitcoin's base 58; any other spelling is refused. */
    private static Optional<byte[]> bytes(String text) {
        if (!text.matches(PREFIX + "[" + ALPHABET + "]{20,28}")) {
            return Optional.empty();
        }
        String digits = text.substring(PREFIX.length());
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '1') {
            zeros++;
        }
        BigInteger number =
                digits.chars()
                        .mapToObj(digit -> BigInteger.valueOf(ALPHABET.indexOf(digit)))
                        .reduce(BigInteger.ZERO, (sum, digit) -> sum.multiply(BASE).add(digit));
        int significant = (number.bitLength() + 7) / 8;
        if (zeros + significant != BYTES) {
            return Optional.empty();
        }
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[BYTES];
        System.arraycopy(signed, signed.length - significant, bytes, zeros, significant);
        return Optional.of(bytes);
    }
}
