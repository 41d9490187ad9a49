package io.tact.consent.consents;

import io.tact.consent.client.identity.IdentityKey;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A state row as the database has it, before it is believed.
 *
 * @param answers as JSON
 * @param lastEntry the version of the identity's last entry; a row that is behind it was put back
 */
@SuppressWarnings("ArrayRecordComponent")
record StateRow(
        IdentityKey key,
        UUID pseudonym,
        long version,
        Instant recordedAt,
        String answers,
        byte[] seal,
        OptionalLong lastEntry) {

    /**
     * The query for some.
     *
     * @param keys the parameter with their keys, a {@code text[]}
     */
    static String select(String keys) {
        return """
                select identity_key, pseudonym, version, recorded_at, answers, seal,
                    (select max(e.version) from consent_entry e where e.pseudonym = s.pseudonym) as last_entry
                from consent_state s where identity_key = any(%s)"""
                .formatted(keys);
    }

    /** Empty if this service did not write it. It may have written something else since. */
    Optional<ConsentState> genuine(StateSeal seals) {
        try {
            var state =
                    new ConsentState(
                            key, version, recordedAt, ConsentRow.answers(new JsonObject(answers)));
            return seals.holds(seal, state, pseudonym) ? Optional.of(state) : Optional.empty();
        } catch (RuntimeException notEvenAnswers) {
            return Optional.empty();
        }
    }

    /** What is believed of it: where it is not genuine, nothing was ever allowed. */
    ConsentState believed(StateSeal seals, DamageMetrics damage) {
        return genuine(seals)
                .filter(state -> lastEntry.orElse(0) == version)
                .orElseGet(
                        () -> {
                            damage.found(key);
                            return ConsentState.refusing(key, version);
                        });
    }
}
