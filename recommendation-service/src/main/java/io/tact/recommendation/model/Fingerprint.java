package io.tact.recommendation.model;

import java.nio.ByteBuffer;
import java.util.Base64;

/** A sum over facts: the same for the same facts in any order. */
final class Fingerprint {
    private long sum;

    /**
     * @param as what the fact was used for, as one event may be several facts
     */
    void add(long fact, int as) {
        sum += mixed(fact ^ mixed(as));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
    }
}
