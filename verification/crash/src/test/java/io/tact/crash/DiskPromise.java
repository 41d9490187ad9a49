package io.tact.crash;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether the database writes to disk before it acknowledges; without that a run proves nothing.
 */
public final class DiskPromise {
    private DiskPromise() {}

    /**
     * Asks the server itself.
     *
     * @return what the server says of itself
     * @throws AssertionError where either is off
     */
    public static String of(Installation installation) {
        return installation.ask(
                database ->
                        demand(database, "fsync") + ", " + demand(database, "synchronous_commit"));
    }

    private static String demand(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            String value = rows.getString(1);
            if (!value.equals("on")) {
                throw new AssertionError("SHOW " + setting + " says " + value + ", not on");
            }
            return "SHOW " + setting + ": " + value;
        }
    }
}
