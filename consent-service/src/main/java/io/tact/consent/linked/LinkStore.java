package io.tact.consent.linked;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who is linked, and who said no and waits for it to be extended. */
@ApplicationScoped
class LinkStore {
    /**
     * Looked at before, since most of what is read again at a start is there. Replicas that read
     * the same lock in the same order.
     */
    private static final String LINK =
            """
            with linked as (
                insert into linked_identity as known (identity_key, person, version, first_seen_at)
                select read.*
                from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]::timestamptz[])
                    as read (identity_key, person, version, first_seen_at)
                left join linked_identity there using (identity_key)
                where there.version is null or read.version > there.version
                order by identity_key
                on conflict (identity_key) do update
                set person = excluded.person, version = excluded.version, first_seen_at = excluded.first_seen_at
                where excluded.version > known.version
                returning identity_key
            )
            insert into no_waiting (identity_key) select identity_key from linked""";

    private static final String UNLINK =
            """
            delete from linked_identity where identity_key in (
                select identity_key from linked_identity where identity_key = any(?)
                order by identity_key for update)""";

    private static final String FORGET =
            """
            delete from linked_identity where identity_key in (
                select identity_key from linked_identity
                join unnest(?::text[], ?::text[]::timestamptz[]) as gone (identity_key, until) using (identity_key)
                where first_seen_at <= until
                order by identity_key for update of linked_identity)""";

    private static final String WAITING =
            """
            select w.id, w.identity_key, other.identity_key as other
            from (select id, identity_key from no_waiting order by id limit ?) w
            left join linked_identity own on own.identity_key = w.identity_key
            left join linked_identity other on other.person = own.person""";

    private static final String DONE = "delete from no_waiting where id = any(?)";

    /**
     * @param links by identity-key
     */
    void link(Connection connection, Map<String, IdentityRecord> links) throws SQLException {
        List<String> keys = List.copyOf(links.keySet());
        List<IdentityRecord> read =
                keys.stream().map(links::get).map(Objects::requireNonNull).toList();
        try (PreparedStatement statement = connection.prepareStatement(LINK)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", read.stream().map(IdentityRecord::person).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", read.stream().map(IdentityRecord::version).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            read.stream().map(link -> link.firstSeenAt().toString()).toArray()));
            statement.executeUpdate();
        }
    }

    void unlink(Connection connection, Collection<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNLINK)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }

    void forget(Connection connection, List<Erasure> erasures) throws SQLException {
        var keys = new ArrayList<String>();
        var until = new ArrayList<String>();
        for (Erasure erasure : erasures) {
            for (IdentityKey key : erasure.identities()) {
                keys.add(key.value());
                until.add(erasure.erasedAt().toString());
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.setArray(2, connection.createArrayOf("text", until.toArray()));
            statement.executeUpdate();
        }
    }

    /** Those who wait, and all who are linked to each of them, themselves among them. */
    Waiting waiting(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setInt(1, most);
            var ids = new LinkedHashSet<Long>();
            Map<String, Set<String>> people = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong("id"));
                    String other = rows.getString("other");
                    if (other != null) {
                        people.computeIfAbsent(
                                        rows.getString("identity_key"),
                                        key -> new LinkedHashSet<>())
                                .add(other);
                    }
                }
            }
            return new Waiting(
                    new ArrayList<>(ids),
                    people.values().stream().filter(person -> person.size() > 1).toList());
        }
    }

    void done(Connection connection, Waiting waiting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setArray(1, connection.createArrayOf("bigint", waiting.ids().toArray()));
            statement.executeUpdate();
        }
    }

    /**
     * @param ids of the rows that were read
     * @param people of more than one identity
     */
    record Waiting(List<Long> ids, List<Set<String>> people) {}
}
