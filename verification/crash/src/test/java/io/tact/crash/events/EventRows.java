package io.tact.crash.events;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the log has of one sender.
 *
 * @param last the highest number
 */
record EventRows(long rows, long distinct, long last) {
    static EventRows of(Connection database, String prefix) throws SQLException {
        try (var statement =
                database.prepareStatement(
                        """
                        select count(*), count(distinct message_id), coalesce(max((properties ->> 'number')::bigint), 0)
                        from event where starts_with(message_id, ?)""")) {
            statement.setString(1, prefix);
            try (var row = statement.executeQuery()) {
                row.next();
                return new EventRows(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    /** Numbered from 1 to so many, each once. */
    boolean isWhole(int sent) {
        return rows == sent && distinct == sent && last == sent;
    }
}
