package io.tact.recommendation.log;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * One string for each item id, however many events hold it, and none after the last of them was
 * forgotten. Of one thread.
 */
final class ItemIds {
    private final Map<String, WeakReference<String>> known = new WeakHashMap<>();

    String shared(String id) {
        WeakReference<String> reference = known.get(id);
        String first = reference == null ? null : reference.get();
        if (first == null) {
            known.put(id, new WeakReference<>(id));
            return id;
        }
        return first;
    }
}
