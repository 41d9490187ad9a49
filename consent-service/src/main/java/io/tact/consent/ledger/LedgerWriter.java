package io.tact.consent.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.outbox.Elected;
import io.tact.proof.Checked;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.tile.TileEdge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives waiting entries their place in the tree and signs it, on one replica at a time. What is
 * committed here goes out by the outbox.
 */
@ApplicationScoped
class LedgerWriter {
    static final String TOPIC = "consent.checkpoint.v1";

    private static final Logger LOG = Logger.getLogger(LedgerWriter.class);

    /** A database that was refused does not become better at once. */
    private static final Duration STOPPED = Duration.ofSeconds(5);

    private static final int LEAVES = 100;

    private final Elected elected;
    private final LedgerConfig config;
    private final MasterKey master;
    private final SigningKey signing;
    private final PublishedCheckpoint published;
    private final CheckpointReader copies;
    private final LedgerMetrics metrics;
    private final InstantSource clock = InstantSource.system();

    LedgerWriter(
            AgroalDataSource database,
            LedgerConfig config,
            MasterKey master,
            SigningKey signing,
            PublishedCheckpoint published,
            CheckpointReader copies,
            LedgerMetrics metrics) {
        this.elected = new Elected("ledger", database, this::write, this::waits);
        this.config = config;
        this.master = master;
        this.signing = signing;
        this.published = published;
        this.copies = copies;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        elected.start();
    }

    void stop(@Observes ShutdownEvent event) {
        elected.close();
    }

    private void waits(Exception trouble) {
        LOG.warnf("The ledger waits: cause=%s", trouble.getMessage());
    }

    private void write(Connection connection, Elected term) throws SQLException {
        var store = new LedgerStore(connection);
        if (!awaitCopy(term)) {
            return;
        }
        Checked<TileEdge> resumed = resume(store);
        metrics.stopped(resumed instanceof Checked.Refused<TileEdge>);
        if (resumed instanceof Checked.Refused<TileEdge> no) {
            LOG.errorf("The ledger signs nothing more on this database: reason=%s", no.reason());
            term.pause(STOPPED);
            return;
        }
        TileEdge edge = resumed.orElseThrow();
        while (term.isRunning()) {
            List<WaitingEntry> waiting = store.waiting(config.batch());
            List<WaitingLeaf> leaves = store.waitingLeaves(LEAVES);
            if (!waiting.isEmpty() || !leaves.isEmpty()) {
                Batch batch = Batch.of(waiting, leaves, edge, master, signing);
                store.append(batch, TOPIC);
                edge = batch.edge();
                tell(batch, waiting);
            }
            if (waiting.size() < config.batch()) {
                term.pause(config.every());
            }
        }
    }

    /** Without knowing what was shown nothing is signed; entries wait meanwhile, and count. */
    private boolean awaitCopy(Elected term) {
        while (term.isRunning() && !copies.isCaughtUp()) {
            term.pause(config.every());
        }
        return term.isRunning();
    }

    private Checked<TileEdge> resume(LedgerStore store) throws SQLException {
        Optional<String> note = store.newestCheckpoint();
        Optional<Checkpoint> own = note.flatMap(published::open);
        if (own.isEmpty() && note.isPresent()) {
            return Checked.refused("its newest checkpoint was not signed by this service");
        }
        try {
            return new Resumption(own, store.size(), published.newest())
                    .edge(
                            path -> {
                                try {
                                    return store.tile(path);
                                } catch (SQLException unreadable) {
                                    throw new IOException(unreadable);
                                }
                            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void tell(Batch batch, List<WaitingEntry> waiting) {
        metrics.signed(batch, waiting, clock.instant());
        batch.refusedLeafIds()
                .forEach(id -> LOG.errorf("A leaf was not signed, it is not ours: leaf=%d", id));
        batch.refused()
                .forEach(
                        entry ->
                                LOG.errorf(
                                        "An entry was not signed: entry=%d reason=%s",
                                        entry.entryId(), entry.reason()));
    }
}
