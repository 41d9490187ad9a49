package io.tact.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.test.TestStack;
import io.tact.outbox.OutboxReads.Position;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PruningTest {
    private static TestStack stack;

    @BeforeAll
    static void leaseStack() throws IOException, SQLException {
        stack = TestStack.lease("outbox");
        OutboxDatabase.create(stack);
    }

    @AfterAll
    static void endLease() {
        stack.close();
    }

    @Test
    void onlyWhatIsPublishedAndAnHourOldGoes() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var connection = database.getConnection()) {
            insert(connection, "99", 61, 2);
            insert(connection, "100", 61, 2);
            insert(connection, "101", 59, 2);
            List<Position> all = left(connection);
            var pruning = new Pruning(connection);

            pruning.prune(all.get(2));
            assertThat(left(connection)).isEqualTo(all.subList(3, 6));

            pruning.prune(all.get(5));
            assertThat(left(connection)).isEqualTo(all.subList(4, 6));
        }
    }

    @Test
    void turnAfterTurnGoesOnWhereTheLastOneEnded() throws SQLException {
        try (var database = OutboxDatabase.emptied(stack);
                var connection = database.getConnection()) {
            insert(connection, "7", 90, Pruning.AT_MOST);
            insert(connection, "8", 80, Pruning.AT_MOST);
            insert(connection, "9", 10, 3);
            List<Position> all = left(connection);
            Position published = all.get(all.size() - 1);
            var pruning = new Pruning(connection);

            pruning.prune(published);
            assertThat(left(connection)).hasSize(Pruning.AT_MOST + 3);
            pruning.prune(published);
            assertThat(left(connection)).isEqualTo(all.subList(all.size() - 3, all.size()));
            pruning.prune(published);
            assertThat(left(connection)).hasSize(3);

            age(connection, 61);
            pruning.prune(published);
            assertThat(left(connection)).isEmpty();
        }
    }

    private static void insert(Connection connection, String xid, int minutesAgo, int count)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into outbox (xid, topic, key, type, payload, created_at)
                        select ?::xid8, 'test.log.v1', 'k', 'io.tact.test.v1', '{}', now() - make_interval(mins => ?)
                        from generate_series(1, ?)""")) {
            statement.setString(1, xid);
            statement.setInt(2, minutesAgo);
            statement.setInt(3, count);
            statement.executeUpdate();
        }
    }

    private static void age(Connection connection, int minutes) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "update outbox set created_at = now() - make_interval(mins => "
                            + minutes
                            + ")");
        }
    }

    private static List<Position> left(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select xid::text, id from outbox order by outbox.xid, id")) {
            var left = new ArrayList<Position>();
            while (rows.next()) {
                left.add(new Position(rows.getString(1), rows.getLong(2)));
            }
            return left;
        }
    }
}
