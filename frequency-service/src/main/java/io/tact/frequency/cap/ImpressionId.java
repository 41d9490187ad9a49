package io.tact.frequency.cap;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The number of an impression: 42 bits of milliseconds since 1970 above 21 random ones. It holds
 * its own time, so that a log needs one number an impression; it is unique within a person.
 */
public final class ImpressionId {
    /** How far the milliseconds stand to the left. */
    public static final int TIME_SHIFT = 21;

    private static final long RANDOM = (1L << TIME_SHIFT) - 1;

    private ImpressionId() {}

    public static long of(long millis, long random) {
        return millis << TIME_SHIFT | random & RANDOM;
    }

    public static long millis(long id) {
        return id >> TIME_SHIFT;
    }

    /** 11 base64url characters. */
    public static String text(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    }

    /**
     * @throws IllegalArgumentException for what {@link #text} does not write
     */
    public static long parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != Long.BYTES || !text(ByteBuffer.wrap(bytes).getLong()).equals(text)) {
            throw new IllegalArgumentException("An impression's id is 11 base64url characters");
        }
        return ByteBuffer.wrap(bytes).getLong();
    }
}
