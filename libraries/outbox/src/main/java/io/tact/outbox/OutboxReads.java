package io.tact.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The relay's statements, on the one connection that also holds its lock. */
final class OutboxReads {
    /** A batch is one Kafka transaction. */
    static final int BATCH = 1_000;

    private static final int TOMBSTONES = 50_000;

    /**
     * The columns are named in full to order by: {@code xid} alone is the text, and 10 before 9.
     */
    private static final String READ =
            """
            select id, xid::text, topic, key, type, payload::text, request_id, created_at
            from outbox
            where (xid, id) > (?::xid8, ?) and xid < ?::xid8
            order by outbox.xid, outbox.id
            limit """
                    + " "
                    + BATCH;

    private final Connection connection;
    private final String relay;

    OutboxReads(Connection connection, String relay) {
        this.connection = connection;
        this.relay = relay;
    }

    Position position() throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into outbox_position values (?, '0', 0) on conflict do nothing")) {
            insert.setString(1, relay);
            insert.executeUpdate();
        }
        try (var statement =
                connection.prepareStatement(
                        "select xid::text, id from outbox_position where relay = ?")) {
            statement.setString(1, relay);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Position(rows.getString(1), rows.getLong(2));
            }
        }
    }

    void save(Position position) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "update outbox_position set xid = ?::xid8, id = ? where relay = ?")) {
            position.set(statement, 1);
            statement.setString(3, relay);
            statement.executeUpdate();
        }
    }

    Horizon horizon() throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text
                                from pg_current_snapshot() s""")) {
            rows.next();
            return new Horizon(rows.getString(1), rows.getString(2));
        }
    }

    /** The rows after a position that no unfinished transaction can still precede. */
    List<OutboxRow> after(Position position, Horizon horizon) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            position.set(statement, 1);
            statement.setString(3, horizon.settled());
            var found = new ArrayList<OutboxRow>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new OutboxRow(
                                    rows.getString(2),
                                    rows.getLong(1),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6),
                                    rows.getString(7),
                                    rows.getObject(8, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        }
    }

    /** Second tombstones close the segments of the first. */
    void tombstonesAgain() throws SQLException {
        try (var statement = connection.prepareStatement("select tombstone_again(?)")) {
            statement.setInt(1, TOMBSTONES);
            statement.execute();
        }
    }

    /** The last row that was published. */
    record Position(String xid, long id) {
        /** Before all rows. */
        static final Position START = new Position("0", 0);

        static Position of(OutboxRow row) {
            return new Position(row.xid(), row.id());
        }

        /** As two parameters, the first of them at this place. */
        void set(PreparedStatement statement, int place) throws SQLException {
            statement.setString(place, xid);
            statement.setLong(place + 1, id);
        }
    }

    /**
     * What a snapshot knows.
     *
     * @param settled every transaction below it has ended
     * @param next no transaction at or above it had ended
     */
    record Horizon(String settled, String next) {
        /**
         * Whether all that was committed when {@code earlier} was taken is below this one's
         * horizon.
         */
        boolean covers(Horizon earlier) {
            return Long.compareUnsigned(
                            Long.parseUnsignedLong(settled), Long.parseUnsignedLong(earlier.next))
                    >= 0;
        }
    }
}
