package io.tact.localstack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One database for each owner, with a user of its own who owns it and sees no other. */
public final class Databases {
    private final PostgresAddress server;

    public Databases(PostgresAddress server) {
        this.server = server;
    }

    /**
     * Creates what is missing; the name is the user's as well. An existing user gets the given
     * password.
     */
    public void ensure(String name, String password) {
        try (Connection connection = server.connect("postgres")) {
            boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
            String role =
                    (known ? "ALTER" : "CREATE")
                            + " ROLE "
                            + quoted(name)
                            + " LOGIN PASSWORD '"
                            + password
                            + "'";
            execute(connection, role);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE " + quoted(name) + " OWNER " + quoted(name));
                execute(connection, "REVOKE CONNECT ON DATABASE " + quoted(name) + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not prepare database " + name, e);
        }
    }

    public void drop(String name) {
        try (Connection connection = server.connect("postgres")) {
            execute(connection, "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
            execute(connection, "DROP ROLE IF EXISTS " + quoted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Could not drop database " + name, e);
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String quoted(String name) {
        if (!name.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        return '"' + name + '"';
    }
}
