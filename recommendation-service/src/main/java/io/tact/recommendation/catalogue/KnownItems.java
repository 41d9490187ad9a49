package io.tact.recommendation.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The newest version of each item that the log has told so far. The log's reader writes. */
public final class KnownItems {
    private final ConcurrentMap<String, CatalogueEntry> entries = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** An older version than the known one changes nothing. */
    public void put(CatalogueEntry entry) {
        entries.merge(
                entry.item().id(),
                entry,
                (known, read) -> read.version() > known.version() ? read : known);
        changes.incrementAndGet();
    }

    public void remove(String itemId) {
        entries.remove(itemId);
        changes.incrementAndGet();
    }

    public Collection<CatalogueEntry> all() {
        return List.copyOf(entries.values());
    }

    /** Differs when anything has changed. */
    public long changes() {
        return changes.get();
    }
}
