package io.tact.crash.erasure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many texts, found in one pass over any bytes, wherever they begin. */
final class Needles {
    private final Map<Long, List<byte[]>> byBeginning = new HashMap<>();

    /** By the first two bytes: most places are passed over without a look into the map. */
    private final boolean[] begins = new boolean[1 << Short.SIZE];

    void add(String needle) {
        add(needle.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] needle) {
        if (needle.length < Long.BYTES) {
            throw new IllegalArgumentException("A needle has at least 8 bytes");
        }
        long beginning = ByteBuffer.wrap(needle).getLong();
        begins[(int) (beginning >>> Long.SIZE - Short.SIZE)] = true;
        byBeginning.computeIfAbsent(beginning, same -> new ArrayList<>()).add(needle);
    }

    /** Those that stand in it, as text in ISO 8859-1. */
    Set<String> in(byte[] haystack) {
        var found = new HashSet<String>();
        long window = 0;
        for (int end = 0; end < haystack.length; end++) {
            window = window << Byte.SIZE | haystack[end] & 0xff;
            if (end >= Long.BYTES - 1 && begins[(int) (window >>> Long.SIZE - Short.SIZE)]) {
                for (byte[] needle : byBeginning.getOrDefault(window, List.of())) {
                    if (stands(needle, haystack, end - Long.BYTES + 1)) {
                        found.add(new String(needle, StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return found;
    }

    private static boolean stands(byte[] needle, byte[] haystack, int at) {
        if (at + needle.length > haystack.length) {
            return false;
        }
        for (int i = 0; i < needle.length; i++) {
            if (haystack[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
