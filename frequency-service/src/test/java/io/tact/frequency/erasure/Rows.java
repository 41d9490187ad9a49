package io.tact.frequency.erasure;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What stands in the database, by every name and key that somebody has there. */
final class Rows {
    /** Columns that hold something about persons. */
    private static final Map<String, String> OWNED =
            Map.of(
                    "person_log", "key",
                    "capped", "person",
                    "idempotent_answer", "subject",
                    "session_log", "key");

    private final Pool database;

    Rows(Pool database) {
        this.database = database;
    }

    /** Tables in which any of their names or keys is left; of tombstones only the key is. */
    List<String> tracesIn(List<Somebody> people) {
        String[] needles =
                people.stream()
                        .map(Somebody::traces)
                        .flatMap(
                                traces ->
                                        Stream.concat(
                                                traces.names().stream(),
                                                Stream.concat(
                                                                Arrays.stream(traces.rows()),
                                                                Arrays.stream(traces.sessions()))
                                                        .map(UUID::toString)))
                        .toArray(String[]::new);
        var found = new ArrayList<String>();
        for (String table : tables()) {
            String rows =
                    table.equals("outbox")
                            ? "(select * from outbox where payload is not null)"
                            : table;
            long count =
                    count(
                            "select count(*) from %s as t where exists (select from unnest($1::text[]) as n where strpos(t::text, n) > 0)"
                                    .formatted(rows),
                            Tuple.of((Object) needles));
            if (count > 0) {
                found.add(table + ": " + count);
            }
        }
        return found;
    }

    private List<String> tables() {
        var tables = new ArrayList<String>();
        database.preparedQuery(
                        "select table_name::text from information_schema.tables where table_schema = current_schema() and table_name <> 'tombstone_due'")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> tables.add(row.getString(0)));
        return tables;
    }

    /** How many rows each table has of them. */
    Map<String, Long> counts(Traces traces) {
        var counts = new TreeMap<String, Long>();
        OWNED.forEach(
                (table, column) ->
                        counts.put(
                                table,
                                count(
                                        "select count(*) from %s where %s = any ($1)"
                                                .formatted(table, column),
                                        Tuple.of((Object) keys(table, traces)))));
        return counts;
    }

    /** Every row of theirs, as text. */
    Map<String, String> texts(List<Somebody> people) {
        var texts = new TreeMap<String, String>();
        for (Somebody one : people) {
            OWNED.forEach(
                    (table, column) ->
                            texts.put(
                                    one.keys().get(0) + " in " + table,
                                    text(
                                            "select coalesce(string_agg(t::text, ' ' order by t::text), '') from %s as t where %s = any ($1)"
                                                    .formatted(table, column),
                                            Tuple.of((Object) keys(table, one.traces())))));
        }
        return texts;
    }

    private static UUID[] keys(String table, Traces traces) {
        return table.equals("session_log") ? traces.sessions() : traces.rows();
    }

    boolean contain(String table, String text) {
        return count(
                        "select count(*) from %s as t where strpos(t::text, $1) > 0"
                                .formatted(table),
                        Tuple.of(text))
                > 0;
    }

    long count(String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    String text(String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
