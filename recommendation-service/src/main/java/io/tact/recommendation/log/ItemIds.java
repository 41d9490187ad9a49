package io.tact.recommendation.log;

import java.util.HashMap;
import java.util.Map;

/** One string for each item id, however many events hold it. Of one thread. */
final class ItemIds {
    private static final int MOST = 1_000_000;

    private final Map<String, String> known = new HashMap<>();

    String shared(String id) {
        if (known.size() >= MOST) {
            known.clear();
        }
        String first = known.putIfAbsent(id, id);
        return first == null ? id : first;
    }
}
