package io.tact.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows that the service wrote for a topic, by the ids that their records carry. */
public final class Outbox {
    private Outbox() {}

    /** Without those that were pruned, an hour after they went out. */
    public static List<String> ids(Connection connection, String topic) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select xid::text || '-' || id from outbox where topic = ?")) {
            statement.setString(1, topic);
            var ids = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }
}
