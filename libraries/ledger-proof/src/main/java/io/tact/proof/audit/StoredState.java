package io.tact.proof.audit;

import io.tact.proof.Checked;
import io.tact.proof.entry.Standing;
import io.tact.proof.evidence.EntryBody;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of consent_state: whose pseudonym it is, and what is served.
 *
 * @param answers as JSON
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredState(
        String identityKey,
        UUID pseudonym,
        long version,
        Instant recordedAt,
        String answers,
        byte[] seal) {

    static Optional<StoredState> of(ResultSet row, UUID pseudonym) throws SQLException {
        String identityKey = row.getString("identity_key");
        return identityKey == null
                ? Optional.empty()
                : Optional.of(
                        new StoredState(
                                identityKey,
                                pseudonym,
                                row.getLong("state_version"),
                                row.getObject("state_recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("answers"),
                                row.getBytes("seal")));
    }

    Checked<Map<String, Standing>> standing() {
        return EntryBody.answers(answers);
    }

    boolean isSealed(MasterKey master) {
        return standing()
                                .map(
                                        standing ->
                                                new SealedState(
                                                                identityKey,
                                                                pseudonym,
                                                                version,
                                                                recordedAt,
                                                                standing)
                                                        .holds(seal, master))
                        instanceof Checked.Valid<Boolean> holds
                && holds.value();
    }

    @Override
    public String toString() {
        return "consent_state of " + pseudonym;
    }
}
