package io.tact.consent.erasure;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.outbox.Elected;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedLeaf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Deletes evidence that was kept apart, after its last day, and has the ledger say so. */
@ApplicationScoped
class ExpireKeptProof {
    private static final Logger LOG = Logger.getLogger(ExpireKeptProof.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final String EXPIRE =
            "delete from kept_key where until < current_date returning pseudonym";

    private static final String INDEXES = ErasureStore.indexesOf("?");

    private static final String RECORD =
            """
            with done as (insert into erasure (id, erased_at, pseudonyms) values (?, ?, ?)),
            leaves as (insert into leaf_waiting (leaf, seal) select * from unnest(?::bytea[], ?::bytea[]))
            insert into outbox (topic, key, type, payload) values (?, ?, ?, ?::json)""";

    private final Elected elected;
    private final MasterKey master;
    private final InstantSource clock = InstantSource.system();

    ExpireKeptProof(AgroalDataSource database, MasterKey master) {
        this.master = master;
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
        List<SealedLeaf> leaves =
                erasure.leaves().stream().map(leaf -> SealedLeaf.of(leaf, master)).toList();
        try (var statement = connection.prepareStatement(RECORD)) {
            statement.setObject(1, erasure.id());
            statement.setObject(2, erasure.at().atOffset(java.time.ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf("uuid", pseudonyms.toArray()));
            statement.setArray(4, bytes(connection, leaves, SealedLeaf::leaf));
            statement.setArray(5, bytes(connection, leaves, SealedLeaf::seal));
            statement.setString(6, ErasureStore.TOPIC);
            statement.setString(7, erasure.id().toString());
            statement.setString(8, "io.tact." + ErasureStore.TOPIC);
            statement.setString(9, JournalBody.of(erasure).json().encode());
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

    private static Array bytes(
            Connection connection, List<SealedLeaf> leaves, Function<SealedLeaf, byte[]> part)
            throws SQLException {
        return connection.createArrayOf("bytea", leaves.stream().map(part).toArray(byte[][]::new));
    }
}
