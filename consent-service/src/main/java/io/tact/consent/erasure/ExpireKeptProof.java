package io.tact.consent.erasure;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.outbox.Elected;
import io.tact.proof.entry.Leaf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Deletes evidence that was kept apart, after its last day, and has the ledger say so. */
@ApplicationScoped
class ExpireKeptProof {
    private static final Logger LOG = Logger.getLogger(ExpireKeptProof.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final String EXPIRE =
            "delete from kept_key where until < current_date returning pseudonym";

    private static final String INDEXES =
            """
            select l.index from consent_entry e join ledger_entry l on l.entry_id = e.id
            where e.pseudonym = any(?) order by l.index""";

    private static final String RECORD =
            """
            with done as (insert into erasure (id, erased_at, pseudonyms) values (?, ?, ?)),
            leaves as (insert into leaf_waiting (leaf) select * from unnest(?::bytea[]))
            insert into outbox (topic, key, type, payload) values (?, ?, ?, ?::json)""";

    private final Elected elected;
    private final InstantSource clock = InstantSource.system();

    ExpireKeptProof(AgroalDataSource database) {
        this.elected =
                new Elected(
                        "kept-proof",
                        database,
                        this::watch,
                        trouble ->
                                LOG.warnf(
                                        "Kept proof waits for its end: cause=%s",
                                        trouble.getMessage()));
    }

    void start(@Observes StartupEvent event) {
        elected.start();
    }

    void stop(@Observes ShutdownEvent event) {
        elected.close();
    }

    private void watch(Connection connection, Elected term) throws SQLException {
        while (term.isRunning()) {
            expire(connection);
            term.pause(EVERY);
        }
    }

    /** All of it or nothing. */
    void expire(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<UUID> pseudonyms = expired(connection);
            if (!pseudonyms.isEmpty()) {
                record(connection, pseudonyms);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<UUID> expired(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(EXPIRE);
                var rows = statement.executeQuery()) {
            var pseudonyms = new ArrayList<UUID>();
            while (rows.next()) {
                pseudonyms.add(rows.getObject(1, UUID.class));
            }
            return pseudonyms;
        }
    }

    private void record(Connection connection, List<UUID> pseudonyms) throws SQLException {
        var erasure =
                new Erasure(
                        UUID.randomUUID(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Optional.empty(),
                        pseudonyms,
                        indexes(connection, pseudonyms));
        try (var statement = connection.prepareStatement(RECORD)) {
            statement.setObject(1, erasure.id());
            statement.setObject(2, erasure.at().atOffset(java.time.ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf("uuid", pseudonyms.toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            erasure.leaves().stream().map(Leaf::toBytes).toArray(byte[][]::new)));
            statement.setString(5, ErasureStore.TOPIC);
            statement.setString(6, erasure.id().toString());
            statement.setString(7, "io.tact." + ErasureStore.TOPIC);
            statement.setString(8, JournalBody.of(erasure).json().encode());
            statement.executeUpdate();
        }
    }

    private static List<Long> indexes(Connection connection, List<UUID> pseudonyms)
            throws SQLException {
        try (var statement = connection.prepareStatement(INDEXES)) {
            statement.setArray(1, connection.createArrayOf("uuid", pseudonyms.toArray()));
            var indexes = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    indexes.add(rows.getLong(1));
                }
            }
            return indexes;
        }
    }
}
