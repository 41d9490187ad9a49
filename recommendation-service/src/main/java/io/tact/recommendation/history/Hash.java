package io.tact.recommendation.history;

/** 64 bits for a text, so that an id costs 8 bytes of heap (FNV-1a). */
public final class Hash {
    private Hash() {}

    public static long of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int place = 0; place < text.length(); place++) {
            hash = (hash ^ text.charAt(place)) * 0x100000001B3L;
        }
        return hash;
    }
}
