package io.tact.localstack.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a server listens on loopback, and its superuser's password. */
public record PostgresAddress(int port, String password) {
    public static final String HOST = "127.0.0.1";
    static final String SUPERUSER = "postgres";

    public Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        return source.getConnection(SUPERUSER, password);
    }

    public boolean answers() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** What the server itself says of a setting. */
    public String show(String setting) {
        try (Connection connection = connect(SUPERUSER);
                var rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return HOST + ":" + port;
    }
}
