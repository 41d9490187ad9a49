package io.tact.consent.consents;

import io.tact.consent.answer.Said;
import io.tact.proof.sealing.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** State rows for work in the background: only what can be believed. */
@ApplicationScoped
public class GenuineStore {
    private static final String STATES = StateRow.select("?");

    private final StateSeal seals;

    GenuineStore(MasterKey master) {
        this.seals = new StateSeal(master);
    }

    /** In a row that cannot be believed nothing is granted, and nothing said. */
    public List<Said> said(Connection connection, Collection<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATES)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var said = new ArrayList<Said>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StateRow row = StoredRow.of(rows);
                    Optional<ConsentState> state = row.genuine(seals);
                    state.ifPresent(
                            one ->
                                    said.add(
                                            new Said(
                                                    one.key(),
                                                    row.pseudonym(),
                                                    one.version(),
                                                    one.answers())));
                }
            }
            return said;
        }
    }
}
