package io.tact.frequency.person;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code person_log} that this transaction holds.
 *
 * @param movedTo where its impressions went; null if they stand here
 * @param movedVersion of the record that said so last, 0 for none
 */
record LockedRow(
        UUID key,
        @Nullable UUID movedTo,
        @Nullable String movedName,
        long movedVersion,
        PackedLog log) {

    static LockedRow of(Row row) {
        Long version = row.getLong("moved_version");
        return new LockedRow(
                row.getUUID("key"),
                row.getUUID("moved_to"),
                row.getString("moved_name"),
                version == null ? 0 : version,
                LogColumns.read(row, true));
    }
}
