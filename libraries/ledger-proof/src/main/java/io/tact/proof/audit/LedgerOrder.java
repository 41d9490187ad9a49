package io.tact.proof.audit;

import io.tact.proof.Checked;
import io.tact.proof.entry.Erased;
import io.tact.proof.entry.Leaf;
import io.tact.proof.entry.Said;
import io.tact.proof.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The one order of all entries: without gaps, and of leaves that are written as leaves are. */
final class LedgerOrder {
    private static final String LEAVES =
            "select index, leaf, entry_id from ledger_entry order by index";

    private final Database database;
    private final Findings findings;
    private final ErasedIndexes erased = new ErasedIndexes();
    private long next;
    private long size;

    LedgerOrder(Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
    }

    void check(RecomputedTree tree) throws SQLException {
        boolean whole = true;
        try (ResultSet rows = database.query(LEAVES)) {
            while (rows.next()) {
                long index = rows.getLong("index");
                if (index != next) {
                    findings.add("the order of entries", next, "this index", "index " + index);
                    whole = false;
                    next = index;
                }
                byte[] leaf = rows.getBytes("leaf");
                rows.getLong("entry_id");
                check(index, leaf, !rows.wasNull());
                if (whole) {
                    tree.append(Hash.ofLeaf(leaf));
                }
                next++;
                size++;
            }
        }
        tree.end(whole);
    }

    private void check(long index, byte[] bytes, boolean hasEntry) {
        Checked<Leaf> parsed = Leaf.parse(bytes);
        if (parsed instanceof Checked.Refused<Leaf> no) {
            findings.add("the leaf", index, "a leaf", no.reason());
            return;
        }
        Leaf leaf = parsed.orElseThrow();
        if (leaf instanceof Erased gone) {
            erased.add(index, gone);
            OptionalLong later =
                    gone.indexes().stream().mapToLong(i -> i).filter(i -> i >= index).findFirst();
            if (later.isPresent()) {
                findings.add(
                        "the erased leaf",
                        index,
                        "indexes below its own",
                        Long.toString(later.getAsLong()));
            }
        }
        if (leaf instanceof Said != hasEntry) {
            findings.add(
                    "the entry of the leaf",
                    index,
                    hasEntry ? "none, since it tells of an erasure" : "a row",
                    hasEntry ? "a row" : "none");
        }
    }

    ErasedIndexes erased() {
        return erased;
    }

    /** How many entries have an index. */
    long size() {
        return size;
    }
}
