package io.tact.proof.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Values as bytes of one form. */
final class Bytes {
    private Bytes() {}

    static byte[] of(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static byte[] of(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] of(UUID id) {
        return put(ByteBuffer.allocate(2 * Long.BYTES), id).array();
    }

    static byte[] of(UUID id, long number) {
        return put(ByteBuffer.allocate(3 * Long.BYTES), id).putLong(number).array();
    }

    private static ByteBuffer put(ByteBuffer bytes, UUID id) {
        return bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
