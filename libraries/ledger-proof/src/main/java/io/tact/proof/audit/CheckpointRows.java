package io.tact.proof.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.Checked;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.tree.TreeHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was signed, in the order of sizes. Every signature is checked, whatever it signs. */
final class CheckpointRows implements AutoCloseable {
    private static final String ROWS =
            "select size, note, signed_at from ledger_checkpoint order by size";

    private final ResultSet rows;
    private final VerifierKey key;
    private final long saved;
    private final Findings findings;
    private boolean hasNext;
    private boolean savedSeen;
    private long newest;
    private @Nullable Instant newestSignedAt;

    /**
     * @param saved the size of the saved checkpoint, which has to be among the rows; or 0
     */
    CheckpointRows(Database database, VerifierKey key, long saved, Findings findings)
            throws SQLException {
        this.rows = database.query(ROWS);
        this.key = key;
        this.saved = saved;
        this.findings = findings;
        this.savedSeen = saved == 0;
        this.hasNext = rows.next();
    }

    /** Whether the next row is of this size. */
    boolean isAt(long size) throws SQLException {
        return hasNext && rows.getLong("size") == size;
    }

    /** The head that the next row signs, if this ledger did sign it. */
    Optional<TreeHead> take() throws SQLException {
        long size = rows.getLong("size");
        byte[] note = rows.getString("note").getBytes(UTF_8);
        newest = size;
        newestSignedAt = rows.getObject("signed_at", OffsetDateTime.class).toInstant();
        savedSeen |= size == saved;
        hasNext = rows.next();

        Checked<Checkpoint> opened = Checkpoint.open(note, key.id().name(), List.of(key));
        if (opened instanceof Checked.Refused<Checkpoint> no) {
            findings.add("the checkpoint of " + size, "a note signed by " + key.id(), no.reason());
            return Optional.empty();
        }
        TreeHead head = opened.orElseThrow().head();
        if (head.size() != size) {
            findings.add(
                    "the checkpoint of " + size, "a note of this size", "one of " + head.size());
            return Optional.empty();
        }
        return Optional.of(head);
    }

    /** Reads what is left, and looks at where the signed ledger ends. */
    void end(long entries, boolean whole) throws SQLException {
        while (hasNext) {
            take();
        }
        if (!savedSeen) {
            findings.add("the checkpoint of " + saved, "the one that was saved", "no row");
        }
        if (whole && newest != entries) {
            findings.add(
                    "the newest checkpoint",
                    Math.min(newest, entries),
                    "one of all " + entries + " entries",
                    newest == 0 ? "none" : "one of " + newest);
        }
    }

    /** Empty before the end, and where nothing was ever signed. */
    Optional<Instant> newestSignedAt() {
        return Optional.ofNullable(newestSignedAt);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
