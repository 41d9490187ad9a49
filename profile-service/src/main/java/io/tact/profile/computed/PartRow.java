package io.tact.profile.computed;

import io.tact.profile.computed.Part.Stamped;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A part, as the database keeps it. */
final class PartRow {
    private PartRow() {}

    static JsonObject write(Part part) {
        if (part instanceof Part.Count count) {
            return new JsonObject().put("count", count.events());
        } else if (part instanceof Part.Sum sum) {
            return new JsonObject().put("sum", sum.sum().toString());
        } else if (part instanceof Part.Least least) {
            return new JsonObject().put("min", least.number().toString());
        } else if (part instanceof Part.Greatest greatest) {
            return new JsonObject().put("max", greatest.number().toString());
        } else if (part instanceof Part.Earliest earliest) {
            return write(earliest.value());
        } else if (part instanceof Part.Latest latest) {
            return write(latest.value());
        } else {
            return new JsonObject(Map.copyOf(((Part.Counts) part).byValue()));
        }
    }

    private static JsonObject write(Stamped value) {
        return new JsonObject()
                .put("at", value.at().toString())
                .put("messageId", value.messageId())
                .put("value", value.value());
    }

    static Part read(Take take, JsonObject row) {
        return switch (take) {
            case COUNT -> new Part.Count(row.getLong("count"));
            case SUM -> new Part.Sum(new BigDecimal(row.getString("sum")));
            case MIN -> new Part.Least(new BigDecimal(row.getString("min")));
            case MAX -> new Part.Greatest(new BigDecimal(row.getString("max")));
            case FIRST -> new Part.Earliest(stamped(row));
            case LAST -> new Part.Latest(stamped(row));
            case COUNTS -> new Part.Counts(counts(row));
        };
    }

    private static Stamped stamped(JsonObject row) {
        Object value = row.getValue("value");
        return new Stamped(
                Instant.parse(row.getString("at")),
                row.getString("messageId"),
                value instanceof Integer whole ? Long.valueOf(whole) : value);
    }

    private static Map<String, Long> counts(JsonObject row) {
        var counts = new TreeMap<String, Long>();
        row.fieldNames().forEach(value -> counts.put(value, row.getLong(value)));
        return counts;
    }
}
