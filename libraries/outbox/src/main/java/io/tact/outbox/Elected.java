package io.tact.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Work that one replica of a service does at any time, on a thread of its own: the one whose
 * connection holds an advisory lock of the database. It never gives up: when the work ends with an
 * exception, or the connection is lost and with it the lock, it stands for election again.
 */
public final class Elected implements AutoCloseable {
    private static final Duration RETRY = Duration.ofMillis(500);

    /** What the work gets to come to an end, before it is interrupted. */
    private static final Duration LAST_TURN = Duration.ofSeconds(5);

    private final String name;
    private final DataSource database;
    private final Work work;
    private final Consumer<Exception> trouble;
    private final Thread thread;
    private volatile boolean running = true;

    /** What is done while elected. */
    @FunctionalInterface
    public interface Work {
        /**
         * Goes on until the term is over; may return or throw before, and is then called again.
         *
         * @param connection that holds the lock, in auto-commit: whatever is committed on it was
         *     committed by the one that is elected
         */
        void carry(Connection connection, Elected term) throws SQLException;
    }

    /**
     * @param name of the lock, and of the thread
     * @param database the elected one keeps one connection of it, and so does each that waits for a
     *     moment
     * @param trouble is told of every exception while running
     */
    public Elected(String name, DataSource database, Work work, Consumer<Exception> trouble) {
        this.name = name;
        this.database = database;
        this.work = work;
        this.trouble = trouble;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends a pause now. */
    public void nudge() {
        LockSupport.unpark(thread);
    }

    /** Whether to go on. */
    public boolean isRunning() {
        return running;
    }

    /** Until then, or until it is nudged or closed. Only for the work itself. */
    public void pause(Duration duration) {
        if (running) {
            LockSupport.parkNanos(this, duration.toNanos());
        }
    }

    @Override
    public void close() {
        running = false;
        nudge();
        try {
            thread.join(LAST_TURN.toMillis());
            thread.interrupt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(true);
                if (lock(connection)) {
                    work.carry(connection, this);
                }
            } catch (SQLException | RuntimeException exception) {
                if (running) {
                    trouble.accept(exception);
                }
            }
            pause(RETRY);
        }
    }

    /** Held until the connection ends. */
    private boolean lock(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
