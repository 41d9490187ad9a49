package io.tact.consent.consents;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.outbox.CurrentRows;
import io.tact.proof.sealing.MasterKey;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** States as the topic has them: what cannot be believed goes out as a refusal of everything. */
@ApplicationScoped
class CurrentStates implements CurrentRows {
    private static final String CURRENT = StateRow.select("?");

    private final StateSeal seals;
    private final DamageMetrics damage;

    CurrentStates(MasterKey master, DamageMetrics damage) {
        this.seals = new StateSeal(master);
        this.damage = damage;
    }

    @Override
    public Map<String, String> of(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var statement = connection.prepareStatement(CURRENT)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var current = new HashMap<String, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ConsentState state = stored(rows).believed(seals, damage);
                    current.put(state.key().value(), json(state).encode());
                }
            }
            return current;
        }
    }

    private static JsonObject json(ConsentState state) {
        return new JsonObject()
                .put("version", state.version())
                .put("answers", ConsentRow.json(state.answers()));
    }

    private static StateRow stored(ResultSet row) throws SQLException {
        OptionalLong lastEntry = version(row, "last_entry");
        return new StateRow(
                new IdentityKey(row.getString("identity_key")),
                row.getObject("pseudonym", UUID.class),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("answers"),
                row.getBytes("seal"),
                lastEntry);
    }

    private static OptionalLong version(ResultSet row, String column) throws SQLException {
        long version = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
