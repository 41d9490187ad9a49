package io.tact.proof.audit;

import io.tact.proof.note.VerifierKey;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.tree.TreeHead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Looks at every row of a ledger.
 *
 * @param key of the ledger, known from elsewhere; its name is the ledger's
 * @param saved from a checkpoint that was opened with this key and kept outside the database
 * @param master without it bodies, mapping and state stay unopened, and only their order is checked
 */
public record DatabaseAudit(VerifierKey key, TreeHead saved, Optional<MasterKey> master) {

    /**
     * Reads only. Requires that autocommit is off, so that rows come by parts, and that the
     * transaction sees one snapshot (repeatable read) while others write.
     */
    public AuditReport of(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalArgumentException("An audit needs a transaction");
        }
        var database = new Database(connection);
        var findings = new Findings();
        var order = new LedgerOrder(database, findings);
        try (var checkpoints = new CheckpointRows(database, key, saved.size(), findings)) {
            order.check(new RecomputedTree(checkpoints, new TileRows(database, findings), saved));
            new WaitingErasures(database, master, findings).addTo(order.erased(), order.size());
            new People(
                            database,
                            new EntryCheck(master, order.erased(), findings),
                            checkpoints.newestSignedAt(),
                            findings)
                    .check();
        }
        new StrayRows(database, findings).check();
        return findings.report(order.size());
    }
}
