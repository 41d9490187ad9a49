package io.tact.consent.consents;

import io.tact.outbox.CurrentRows;
import io.tact.proof.sealing.MasterKey;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** States as the topic has them: what cannot be believed goes out as a refusal of everything. */
@ApplicationScoped
class CurrentStates implements CurrentRows {
    private static final String CURRENT = StateRow.select("?");

    private final StateSeal seals;
    private final DamageMetrics damage;
    private final CurrentValidity validity;
    private final InstantSource clock = InstantSource.system();

    CurrentStates(MasterKey master, DamageMetrics damage, CurrentValidity validity) {
        this.seals = new StateSeal(master);
        this.damage = damage;
        this.validity = validity;
    }

    @Override
    public Map<String, String> of(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var statement = connection.prepareStatement(CURRENT)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var current = new HashMap<String, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ConsentState state = StoredRow.of(rows).believed(seals, damage);
                    current.put(state.key().value(), json(state).encode());
                }
            }
            return current;
        }
    }

    private JsonObject json(ConsentState state) {
        return new JsonObject()
                .put("version", state.version())
                .put("recordedAt", state.recordedAt().toString())
                .put(
                        "answers",
                        ConsentRow.json(validity.get().counting(state.answers(), clock.instant())));
    }
}
