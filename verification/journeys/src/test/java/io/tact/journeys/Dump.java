package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What profile-service's tables hold of somebody, asked with SQL alone, and what an export says of
 * it. That every table is in an export is that service's own test.
 */
final class Dump {
    /** By section of the export. */
    static final Map<String, String> TABLES =
            Map.of(
                    "identities", "identity",
                    "values", "trait",
                    "events", "event",
                    "reads", "profile_read");

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)");

    private final RunningSuite suite;
    private final Traces traces;

    Dump(RunningSuite suite, Traces traces) {
        this.suite = suite;
        this.traces = traces;
    }

    /** Each row by the names that an export has for columns. */
    List<Map<String, Object>> rows(String section, List<String> keys) {
        String sql =
                "select to_jsonb(held)::text from %s as held where identity_key = any(?)"
                        .formatted(TABLES.get(section));
        return traces.query("profile-service", sql, (Object) keys.toArray(String[]::new)).stream()
                .map(row -> columns(suite.read(row)))
                .toList();
    }

    /** Each entry, without what it says beyond columns such as these. */
    static List<Map<String, Object>> told(JsonNode section, Set<String> columns) {
        return StreamSupport.stream(section.spliterator(), false)
                .map(Dump::columns)
                .peek(entry -> entry.keySet().retainAll(columns))
                .toList();
    }

    private static Map<String, Object> columns(JsonNode row) {
        var columns = new HashMap<String, Object>();
        row.fields()
                .forEachRemaining(
                        field -> columns.put(inCamelCase(field.getKey()), value(field.getValue())));
        return columns;
    }

    private static String inCamelCase(String column) {
        return UNDERSCORE
                .matcher(column)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** The same moment is written in more than one way. */
    private static Object value(JsonNode value) {
        return value.isTextual() && MOMENT.matcher(value.asText()).matches()
                ? OffsetDateTime.parse(value.asText()).toInstant()
                : value;
    }
}
