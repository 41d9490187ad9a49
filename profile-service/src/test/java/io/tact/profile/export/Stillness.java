package io.tact.profile.export;

import io.tact.localstack.test.Eventually;
import io.tact.profile.Shop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * What is taken in within a second, held where it waits: others can read these tables, and take
 * nothing out of them.
 */
final class Stillness implements AutoCloseable {
    private static final List<String> TABLES = List.of("sighting", "computed_due", "waiting_event");

    private final Shop shop;
    private final String mine;
    private final String other;
    private final Connection connection;

    /**
     * @param mine an identity-key for which something waits in each table
     */
    Stillness(Shop shop, String mine) {
        this.shop = shop;
        this.mine = mine;
        this.other = shop.customer().key().value();
        try {
            this.connection =
                    DriverManager.getConnection(
                            shop.stack().jdbcUrl(),
                            shop.stack().databaseUser(),
                            shop.stack().databasePassword());
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        Eventually.holds("something waits", this::holds);
    }

    private boolean holds() {
        unlock();
        leave();
        lock();
        return count("sighting where ? in (left_key, right_key)") > 0
                && count("computed_due where identity_key = ?") > 0
                && count("waiting_event where awaits = ?") > 0;
    }

    private void unlock() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void lock() {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + String.join(", ", TABLES) + " in share mode");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private int count(String of) {
        return Integer.parseInt(shop.query("select count(*) from " + of, mine).get(0));
    }

    private void leave() {
        boolean isLeft = mine.compareTo(other) < 0;
        shop.query(
                "insert into waiting_event (source, sealed, awaits, missing, received_at) values ('storefront-browser', 'x', ?, 'answer', clock_timestamp())",
                mine);
        shop.query("insert into computed_due (identity_key, day) values (?, '2020-02-03')", mine);
        shop.query(
                """
                insert into sighting (left_key, left_type, right_key, right_type, rule, unless_key, source, event_id, at, request_id)
                values (?, ?, ?, ?, 'browser-event', ?, 'storefront-browser', 'e', clock_timestamp(), 'r')""",
                isLeft ? mine : other,
                isLeft ? "anonymous_id" : "user_id",
                isLeft ? other : mine,
                isLeft ? "user_id" : "anonymous_id",
                other);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
