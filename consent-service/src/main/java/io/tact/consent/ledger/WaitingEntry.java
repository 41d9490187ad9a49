package io.tact.consent.ledger;

import io.tact.proof.Checked;
import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.WrappedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry without an index yet.
 *
 * @param written as it stands in its table; empty if it does not stand there any more
 */
record WaitingEntry(long entryId, Optional<Written> written) {

    /**
     * @param key empty if it is gone
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Written(
            UUID pseudonym,
            long version,
            Instant recordedAt,
            byte[] sealed,
            Optional<WrappedKey> key) {}

    static WaitingEntry of(ResultSet row) throws SQLException {
        long entryId = row.getLong("entry_id");
        UUID pseudonym = row.getObject("pseudonym", UUID.class);
        if (pseudonym == null) {
            return new WaitingEntry(entryId, Optional.empty());
        }
        byte[] wrapped = row.getBytes("wrapped");
        return new WaitingEntry(
                entryId,
                Optional.of(
                        new Written(
                                pseudonym,
                                row.getLong("version"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                row.getBytes("sealed"),
                                Optional.ofNullable(wrapped)
                                        .map(bytes -> new WrappedKey(pseudonym, bytes)))));
    }

    /** What goes into the tree for it, if this service wrote it. */
    Checked<Said> leaf(MasterKey master) {
        if (written.isEmpty()) {
            return Checked.refused("the entry is gone");
        }
        Written entry = written.get();
        if (entry.key.isEmpty()) {
            return Checked.refused("its person's key is gone");
        }
        return master.unwrap(entry.key.get())
                .map(
                        key ->
                                key.decrypt(entry.version, entry.sealed)
                                        .map(body -> Commitment.to(body, key.nonce(entry.version)))
                                        .map(commitment -> Checked.valid(new Said(commitment)))
                                        .orElseGet(
                                                () ->
                                                        Checked.refused(
                                                                "it was not written by this service")))
                .orElseGet(() -> Checked.refused("its person's key is not of this service"));
    }
}
