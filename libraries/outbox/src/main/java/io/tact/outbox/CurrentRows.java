package io.tact.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/**
 * Looks up what a compacted topic has to say about some keys now. The outbox row is then only the
 * news that something changed: were its own content published, an old row could end up last in the
 * log, and compaction would keep it for ever.
 */
@FunctionalInterface
public interface CurrentRows {
    /**
     * @param connection the relay's; read only
     * @return JSON by key; a key that is missing here no longer exists and gets a tombstone
     */
    Map<String, String> of(Connection connection, Collection<String> keys) throws SQLException;

    /**
     * From a query with one {@code text[]} parameter that yields key and JSON.
     *
     * <p>Example: {@code select identity_key, state from consent_state where identity_key = any(?)}
     */
    static CurrentRows query(String sql) {
        return (connection, keys) -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
                var current = new java.util.HashMap<String, String>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        current.put(rows.getString(1), rows.getString(2));
                    }
                }
                return current;
            }
        };
    }
}
