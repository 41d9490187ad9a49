package io.tact.proof.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows by parts. */
record Database(Connection connection) {
    private static final int PART = 1_000;

    /** The statement is closed with its rows. */
    ResultSet query(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(PART);
        statement.closeOnCompletion();
        return statement.executeQuery();
    }
}
