package io.tact.proof.audit;

import io.tact.proof.Checked;
import io.tact.proof.entry.Erased;
import io.tact.proof.entry.Leaf;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedLeaf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** An erasure counts from its commit, a moment before its leaf has an index. */
record WaitingErasures(Database database, Optional<MasterKey> master, Findings findings) {
    private static final String LEAVES = "select id, leaf, seal from leaf_waiting order by id";

    /**
     * @param next the index that the first of them will have
     */
    void addTo(ErasedIndexes erased, long next) throws SQLException {
        try (ResultSet rows = database.query(LEAVES)) {
            for (long index = next; rows.next(); index++) {
                String row = "leaf_waiting " + rows.getLong("id");
                var sealed = new SealedLeaf(rows.getBytes("leaf"), rows.getBytes("seal"));
                if (master.isPresent() && !sealed.isGenuine(master.get())) {
                    findings.add(row, "a leaf that this service sealed", "another");
                } else if (Leaf.parse(sealed.leaf()) instanceof Checked.Valid<Leaf> leaf
                        && leaf.value() instanceof Erased gone) {
                    erased.add(index, gone);
                } else {
                    findings.add(row, "a leaf that tells of an erasure", "something else");
                }
            }
        }
    }
}
