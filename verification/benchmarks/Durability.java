import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A number that was had without fsync is none. */
final class Durability {
    private Durability() {}

    /** Shows the settings, and fails where one is off. */
    static void require(JsonNode postgres) throws SQLException {
        try (var connection = superuser(postgres, "postgres");
                var statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                var row = statement.executeQuery("show " + setting);
                row.next();
                System.out.println(setting + "=" + row.getString(1));
                if (!row.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is off");
                }
            }
        }
    }

    static Connection superuser(JsonNode postgres, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + postgres.get("host").asText() + ":" + postgres.get("port").asInt() + "/" + database,
                postgres.get("superuser").asText(),
                postgres.get("password").asText());
    }
}
