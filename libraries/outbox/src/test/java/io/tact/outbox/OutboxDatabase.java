package io.tact.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.localstack.test.TestStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The leased database as a data source without a pool, with the outbox's own migration applied. */
final class OutboxDatabase implements DataSource, AutoCloseable {
    private final TestStack stack;

    private OutboxDatabase(TestStack stack) {
        this.stack = stack;
    }

    static void create(TestStack stack) throws IOException, SQLException {
        try (var connection = new OutboxDatabase(stack).getConnection();
                var statement = connection.createStatement()) {
            for (String migration : List.of("V0__outbox.sql", "R__tombstone.sql")) {
                try (var sql = OutboxRelay.class.getResourceAsStream("/db/outbox/" + migration)) {
                    statement.execute(new String(sql.readAllBytes(), UTF_8));
                }
            }
            statement.execute(
                    "create table test_state (key text primary key, state json not null)");
        }
    }

    static OutboxDatabase emptied(TestStack stack) throws SQLException {
        var database = new OutboxDatabase(stack);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate outbox, outbox_position, tombstone_due, test_state");
        }
        return database;
    }

    void cutAllOtherConnections() throws SQLException {
        try (var connection = getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), user, password);
    }

    @Override
    public void close() {}

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(System.out, true, UTF_8);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("not asked");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
