package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.outbox.Precondition;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether a database holds all that was ever shown. One that was put back from a backup may not:
 * what was recorded on top of it would get the version of something lost, and what it published
 * would be older than what is out.
 */
@ApplicationScoped
public class Continuity implements Precondition {
    /** What is shown was committed here before, so that one that is asked later has it. */
    private static final String SIGNED = "select coalesce(max(size), 0) from ledger_checkpoint";

    private final PublishedCheckpoint published;
    private final CheckpointReader copies;

    Continuity(PublishedCheckpoint published, CheckpointReader copies) {
        this.published = published;
        this.copies = copies;
    }

    /**
     * Fails with {@link DatabaseBehind}.
     *
     * @param connection the one of the change, so that it is the same database that is asked
     */
    public Uni<Void> demand(SqlClient connection) {
        long shown = published.size();
        return connection
                .preparedQuery(SIGNED)
                .execute()
                .invoke(
                        rows -> {
                            long signed = rows.iterator().next().getLong(0);
                            if (signed < shown) {
                                throw new DatabaseBehind(signed, shown);
                            }
                        })
                .replaceWithVoid();
    }

    /** Not before it is known what was shown. */
    @Override
    public boolean holds(Connection connection) throws SQLException {
        if (!copies.isCaughtUp()) {
            return false;
        }
        long shown = published.size();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SIGNED)) {
            rows.next();
            return rows.getLong(1) >= shown;
        }
    }
}
