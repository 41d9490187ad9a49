package io.tact.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way out.
 *
 * @param xid the transaction that wrote it (a PostgreSQL {@code xid8}, compared as unsigned)
 * @param topic name without the installation's prefix
 * @param key record key; what stands before the first {@code /} chooses the partition
 * @param type CloudEvents type
 * @param payload JSON, or null: a tombstone, or "the key's current row" for a topic that has a
 *     {@link CurrentRows}
 */
record OutboxRow(
        String xid,
        long id,
        String topic,
        String key,
        String type,
        @Nullable String payload,
        @Nullable String requestId,
        Instant createdAt) {}
