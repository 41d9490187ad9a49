import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What profile-service wrote for its newest batches, as multi-row inserts of pgbench: what is unique is new each time. */
final class WrittenRows {
    private static final int BATCHES = 64;

    private static final String CHOOSE =
            """
            create temp table chosen as
            with newest as (select * from outbox order by xid desc, id desc limit %d)
            select * from newest where request_id in (
                select request_id from newest where topic = 'profile.event.v1' group by request_id having count(*) = %d limit %d)"""
                    .formatted(BATCHES * EventBatches.SIZE * 4, EventBatches.NEW, BATCHES);

    private static final String EVENTS =
            """
            select e.* from event e join chosen c
                on c.topic = 'profile.event.v1' and e.identity_key = split_part(c.key, '/', 1) and e.event_id = split_part(c.key, '/', 2)
            where c.request_id = '%s' order by e.day, e.event_id""";

    private static final String TRAITS =
            """
            select t.* from trait t join chosen c
                on c.topic = 'profile.event.v1' and t.identity_key = split_part(c.key, '/', 1) and t.event_id = split_part(c.key, '/', 2)
            where c.request_id = '%s' order by t.identity_key, t.name""";

    private static final String OUTBOX =
            "select topic, key, type, payload, request_id from chosen where request_id = '%s' order by xid, id";

    /** Expressions in place of values. {@code :n} is drawn for each transaction. */
    private static final Map<String, String> FRESH =
            Map.of(
                    "event.event_id", "left(%s, 6) || lpad(to_hex(:n::bigint), 16, '0')",
                    "trait.identity_key", "left(%s, 27) || lpad(to_hex(:n::bigint), 16, '0')");

    private WrittenRows() {}

    static List<Path> asScripts(Connection database, Path folder) throws SQLException, IOException {
        var scripts = new ArrayList<Path>();
        try (var statement = database.createStatement()) {
            statement.execute(CHOOSE);
            statement.execute("analyze chosen");
            for (String request : column(statement, "select distinct request_id from chosen")) {
                String script =
                        "\\set n random(1, 9000000000000000000)\nbegin;\n"
                                + insert(statement, "event", EVENTS.formatted(request))
                                + insert(statement, "trait", TRAITS.formatted(request))
                                + insert(statement, "outbox", OUTBOX.formatted(request))
                                + "commit;\n";
                scripts.add(Files.writeString(folder.resolve(scripts.size() + ".sql"), script));
            }
        }
        return scripts;
    }

    private static String insert(Statement statement, String table, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            var values = new StringJoiner(",\n", "insert into " + table + " (\"" + String.join("\", \"", columns) + "\") values\n", ";\n").setEmptyValue("");
            while (rows.next()) {
                var row = new StringJoiner(", ", "(", ")");
                for (String column : columns) {
                    row.add(FRESH.getOrDefault(table + "." + column, "%s").formatted(literal(rows.getString(column))));
                }
                values.add(row.toString());
            }
            return values.toString();
        }
    }

    /** Without a colon, in which pgbench would see a variable. */
    private static String literal(String value) {
        return value == null ? "null" : "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
