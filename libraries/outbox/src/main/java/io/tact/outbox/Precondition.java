package io.tact.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What must hold before a relay publishes from a database: one that was put back from a backup
 * would publish what is older than what is out, and compaction would keep it.
 */
@FunctionalInterface
public interface Precondition {
    /** For a database that nobody puts back. */
    Precondition NONE = connection -> true;

    /**
     * Asked when the relay begins on a connection, behind the end of its predecessors, and again
     * until it holds.
     *
     * @param connection the relay's; read only
     */
    boolean holds(Connection connection) throws SQLException;
}
