package io.tact.proof.audit;

import io.tact.proof.sealing.WrappedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A row of consent_entry, with all that belongs to it.
 *
 * @param place where it stands in the tree
 * @param refused why it has no place
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredEntry(
        long id,
        UUID pseudonym,
        long version,
        Instant recordedAt,
        byte[] sealed,
        Optional<Place> place,
        boolean waits,
        Optional<String> refused,
        Optional<WrappedKey> key,
        Optional<StoredState> state) {

    static final String BY_PERSON =
            """
            select e.id, e.pseudonym, e.version, e.recorded_at, e.sealed, l.index, l.leaf,
                w.entry_id is not null as waits, r.reason, k.wrapped,
                s.identity_key, s.version as state_version, s.recorded_at as state_recorded_at, s.answers::text, s.seal
            from consent_entry e
            left join ledger_entry l on l.entry_id = e.id
            left join entry_waiting w on w.entry_id = e.id
            left join entry_refused r on r.entry_id = e.id
            left join person_key k on k.pseudonym = e.pseudonym
            left join consent_state s on s.pseudonym = e.pseudonym
            order by e.pseudonym, e.version, e.id""";

    record Place(long index, byte[] leaf) {}

    static StoredEntry of(ResultSet row) throws SQLException {
        UUID pseudonym = row.getObject("pseudonym", UUID.class);
        long index = row.getLong("index");
        Optional<Place> place =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(new Place(index, row.getBytes("leaf")));
        return new StoredEntry(
                row.getLong("id"),
                pseudonym,
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("sealed"),
                place,
                row.getBoolean("waits"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getBytes("wrapped"))
                        .map(wrapped -> new WrappedKey(pseudonym, wrapped)),
                StoredState.of(row, pseudonym));
    }

    OptionalLong index() {
        return place.isPresent() ? OptionalLong.of(place.get().index()) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return "consent_entry " + id + ", version " + version + " of " + pseudonym;
    }
}
