package io.tact.consent.consents;

import io.tact.consent.client.identity.IdentityKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import java.util.UUID;

/** A state row as JDBC reads it. */
final class StoredRow {
    private StoredRow() {}

    static StateRow of(ResultSet row) throws SQLException {
        OptionalLong lastEntry = version(row, "last_entry");
        return new StateRow(
                new IdentityKey(row.getString("identity_key")),
                row.getObject("pseudonym", UUID.class),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("answers"),
                row.getBytes("seal"),
                lastEntry);
    }

    private static OptionalLong version(ResultSet row, String column) throws SQLException {
        long version = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
