package io.tact.consent.consents;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All states, a stretch at a time, in the order of their keys: round after round. */
@ApplicationScoped
class GrantStore {
    private static final String NEXT =
            "select identity_key from consent_state where identity_key > ? order by identity_key limit ?";
    private static final String POSITION = "select identity_key from retention_position";
    private static final String MOVE = "update retention_position set identity_key = ?";

    /** Where the round has come to; empty text at its beginning. */
    String position(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            return row.getString(1);
        }
    }

    void move(Connection connection, String position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setString(1, position);
            statement.executeUpdate();
        }
    }

    /** The next keys after a position; fewer than asked for at the end. */
    List<String> next(Connection connection, String position, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, position);
            statement.setInt(2, most);
            var keys = new ArrayList<String>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }
}
