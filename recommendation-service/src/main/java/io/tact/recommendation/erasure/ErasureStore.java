package io.tact.recommendation.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Answers on their way out, and which erasures were answered. */
@ApplicationScoped
class ErasureStore {
    private static final String ANSWERED =
            "select request::text from erasure_applied where request = any(?)";

    /** Parameters: identities, and until when each is forgotten. */
    private static final String OF_SOMEBODY =
            """
            unnest(?::text[], ?::text[]::timestamptz[]) as forgotten (identity, until)
            where topic = 'recommendation.served.v1' and payload is not null
            and split_part(key, '/', 1) = identity and (payload ->> 'at')::timestamptz """;

    private static final String OLD = "select key from outbox, " + OF_SOMEBODY + " <= until";
    private static final String NEWER = "select key from outbox, " + OF_SOMEBODY + " > until";
    private static final String DELETE =
            "delete from outbox using " + OF_SOMEBODY + " <= until returning key";

    private static final String TOMBSTONE = "select tombstone('recommendation.served.v1', ?)";

    private static final String CLAIM = "select claim_erasure(?, ?)";
    private static final String SEND = "select send_receipt(?, ?::json)";

    Set<UUID> answered(Connection connection, Collection<UUID> requests) throws SQLException {
        try (var statement = connection.prepareStatement(ANSWERED)) {
            statement.setArray(1, connection.createArrayOf("uuid", requests.toArray()));
            Set<UUID> answered = new HashSet<>();
            texts(statement).forEach(request -> answered.add(UUID.fromString(request)));
            return answered;
        }
    }

    /** Keys of answers that go. */
    Set<String> old(Connection connection, Map<IdentityKey, Instant> until) throws SQLException {
        return keys(connection, OLD, until);
    }

    /** Keys of answers to those who came back. */
    Set<String> newer(Connection connection, Map<IdentityKey, Instant> until) throws SQLException {
        return keys(connection, NEWER, until);
    }

    /**
     * @return the keys of what is gone
     */
    Set<String> delete(Connection connection, Map<IdentityKey, Instant> until) throws SQLException {
        return keys(connection, DELETE, until);
    }

    void tombstone(Connection connection, Set<String> keys) throws SQLException {
        try (var statement = connection.prepareStatement(TOMBSTONE)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.execute();
        }
    }

    /** Waits for whoever is answering the same one. Whether it was not answered before. */
    boolean claim(Connection connection, Erasure erasure) throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, erasure.request());
            statement.setObject(2, erasure.erasedAt().atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    void send(Connection connection, UUID request, String receipt) throws SQLException {
        try (var statement = connection.prepareStatement(SEND)) {
            statement.setObject(1, request);
            statement.setString(2, receipt);
            statement.execute();
        }
    }

    private static Set<String> keys(
            Connection connection, String query, Map<IdentityKey, Instant> until)
            throws SQLException {
        List<Map.Entry<IdentityKey, Instant>> entries = List.copyOf(until.entrySet());
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(entry -> entry.getKey().value()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(entry -> entry.getValue().toString()).toArray()));
            return texts(statement);
        }
    }

    private static Set<String> texts(PreparedStatement query) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
