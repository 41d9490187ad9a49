package io.tact.consent.consents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.WrappedKey;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What this service alone can read. */
record EntryBodies(DataSource database, MasterKey master) {
    private static final String ENTRIES =
            """
            select e.pseudonym, e.version, e.sealed, k.wrapped from consent_state s
            join consent_entry e using (pseudonym) join person_key k using (pseudonym)
            where s.identity_key = ? order by e.version""";

    List<JsonObject> of(IdentityKey key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ENTRIES)) {
            statement.setString(1, key.value());
            var bodies = new ArrayList<JsonObject>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                var wrapped =
                        new WrappedKey(
                                rows.getObject("pseudonym", UUID.class), rows.getBytes("wrapped"));
                byte[] body =
                        master.unwrap(wrapped)
                                .orElseThrow()
                                .decrypt(rows.getLong("version"), rows.getBytes("sealed"))
                                .orElseThrow();
                bodies.add(new JsonObject(new String(body, UTF_8)));
            }
            return bodies;
        }
    }
}
