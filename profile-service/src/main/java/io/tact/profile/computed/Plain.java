package io.tact.profile.computed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON, as CEL knows it: whole numbers are long, others double, and null is absent. */
final class Plain {
    private Plain() {}

    static Map<String, Object> of(JsonObject object) {
        var plain = new HashMap<String, Object>();
        for (String name : object.fieldNames()) {
            Object value = object.getValue(name);
            if (value != null) {
                plain.put(name, of(value));
            }
        }
        return plain;
    }

    private static List<Object> of(JsonArray array) {
        var plain = new ArrayList<>();
        for (Object value : array) {
            if (value != null) {
                plain.add(of(value));
            }
        }
        return plain;
    }

    static Object of(Object value) {
        if (value instanceof JsonObject object) {
            return of(object);
        }
        if (value instanceof JsonArray array) {
            return of(array);
        }
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof Number number ? number.doubleValue() : value;
    }
}
