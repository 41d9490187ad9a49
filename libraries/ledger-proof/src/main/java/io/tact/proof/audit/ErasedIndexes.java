package io.tact.proof.audit;

import io.tact.proof.entry.Erased;
import java.util.HashMap;
import java.util.Map;

/** Which entries need not open any more, and by which leaf. */
final class ErasedIndexes {
    private final Map<Long, Long> byIndex = new HashMap<>();
    private final Map<Long, Long> withNothingKept = new HashMap<>();

    void add(long index, Erased leaf) {
        Map<Long, Long> also = leaf.proofKeptUntil().isEmpty() ? withNothingKept : new HashMap<>();
        for (long erased : leaf.indexes()) {
            byIndex.put(erased, index);
            also.put(erased, index);
        }
    }

    boolean names(long index) {
        return byIndex.containsKey(index);
    }

    /** Whether nobody may be able to open the entry any more. */
    boolean isGoneForGood(long index) {
        return withNothingKept.containsKey(index);
    }
}
