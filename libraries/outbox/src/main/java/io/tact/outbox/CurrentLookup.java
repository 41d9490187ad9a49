package io.tact.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The payloads of one batch: what a row holds, or what its key's current row says. */
final class CurrentLookup {
    private final Map<String, Map<String, String>> byTopic;

    private CurrentLookup(Map<String, Map<String, String>> byTopic) {
        this.byTopic = byTopic;
    }

    static CurrentLookup of(Relayed relayed, Connection connection, List<OutboxRow> rows)
            throws SQLException {
        Map<String, Set<String>> keys = new HashMap<>();
        for (OutboxRow row : rows) {
            if (relayed.current().containsKey(row.topic())) {
                keys.computeIfAbsent(row.topic(), topic -> new HashSet<>()).add(row.key());
            }
        }
        Map<String, Map<String, String>> found = new HashMap<>();
        for (var topic : relayed.current().entrySet()) {
            Set<String> changed = keys.get(topic.getKey());
            if (changed != null) {
                found.put(topic.getKey(), topic.getValue().of(connection, changed));
            }
        }
        return new CurrentLookup(found);
    }

    @Nullable String payload(OutboxRow row) {
        Map<String, String> current = byTopic.get(row.topic());
        return current == null ? row.payload() : current.get(row.key());
    }
}
