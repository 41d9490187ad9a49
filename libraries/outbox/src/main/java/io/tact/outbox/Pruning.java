package io.tact.outbox;

import io.tact.outbox.OutboxReads.Position;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps the outbox as small as its backlog: what was published and is an hour old goes, oldest
 * first. A turn costs what it removes, however much it leaves, and begins where the last one ended,
 * so that it does not step over what is gone and not vacuumed yet. A row that is younger than those
 * behind it, of a transaction that took long, goes in the relay's next term.
 */
final class Pruning {
    /** A turn keeps the relay from publishing. */
    static final int AT_MOST = 10_000;

    /**
     * Rows are found in order by the primary key, none when the first is too young; and removed by
     * their places, since the table has no samples by which a plan could know that these are few.
     */
    private static final String REMOVE =
            """
            with oldest as materialized (
                select ctid as place, created_at < clock_timestamp() - interval '1 hour' as old
                from outbox where (xid, id) > (?::xid8, ?) and (xid, id) <= (?::xid8, ?)
                order by xid, id limit case when (
                    select created_at < clock_timestamp() - interval '1 hour'
                    from outbox where (xid, id) > (?::xid8, ?) order by xid, id limit 1) then %d else 0 end),
            gone as (delete from outbox where ctid = any(array(select place from oldest where old)) returning xid, id)
            select xid::text, id from gone order by gone.xid desc, gone.id desc limit 1"""
                    .formatted(AT_MOST);

    private final Connection connection;
    private Position gone = Position.START;

    Pruning(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param published the last row that may go
     */
    void prune(Position published) throws SQLException {
        try (var statement = connection.prepareStatement(REMOVE)) {
            gone.set(statement, 1);
            published.set(statement, 3);
            gone.set(statement, 5);
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    gone = new Position(rows.getString(1), rows.getLong(2));
                }
            }
        }
    }
}
