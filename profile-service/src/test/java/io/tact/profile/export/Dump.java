package io.tact.profile.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tact.profile.Shop;
import java.sql.Array;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as they stand in the database, each column under its name in camel case. */
record Dump(Shop shop) {
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .build();

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    List<Map<String, @Nullable Object>> rows(String sql, Object... parameters) {
        try (var connection =
                        DriverManager.getConnection(
                                shop.stack().jdbcUrl(),
                                shop.stack().databaseUser(),
                                shop.stack().databasePassword());
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<Map<String, @Nullable Object>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, @Nullable Object> row(ResultSet rows)
            throws SQLException, JsonProcessingException {
        var row = new TreeMap<String, @Nullable Object>();
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name =
                    UNDERSCORE
                            .matcher(columns.getColumnName(i))
                            .replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
            row.put(name, rows.getObject(i) == null ? null : value(rows, i, columns));
        }
        return row;
    }

    private static Object value(ResultSet rows, int column, ResultSetMetaData columns)
            throws SQLException, JsonProcessingException {
        return switch (columns.getColumnTypeName(column)) {
            case "timestamptz" ->
                    rows.getObject(column, OffsetDateTime.class)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .format(MICROSECONDS);
            case "json", "jsonb" -> JSON.readValue(rows.getString(column), Object.class);
            case "_text" -> list(rows.getArray(column));
            case "bool" -> rows.getBoolean(column);
            case "int4", "int8" -> rows.getBigDecimal(column).toBigIntegerExact();
            default -> rows.getString(column);
        };
    }

    private static List<Object> list(Array array) throws SQLException {
        return Arrays.asList((Object[]) array.getArray());
    }
}
