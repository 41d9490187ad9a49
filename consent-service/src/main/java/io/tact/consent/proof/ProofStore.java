package io.tact.consent.proof;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Answers;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.EntryRow;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.PersonKey;
import io.tact.proof.sealing.WrappedKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The entries that said what held. */
@ApplicationScoped
class ProofStore {
    /**
     * Times of an identity only go forward, so its last entry until then is the one that counts.
     */
    private static final String UNTIL =
            """
            select s.identity_key, s.pseudonym, e.version, e.sealed, k.wrapped, l.index
            from consent_state s
            join lateral (
                select id, version, sealed from consent_entry
                where pseudonym = s.pseudonym and recorded_at <= coalesce($2::timestamptz, 'infinity') order by version desc limit 1
            ) e on true
            left join person_key k using (pseudonym)
            left join ledger_entry l on l.entry_id = e.id
            where s.identity_key = any($1)""";

    /** The latest first; an answer that a person repeats more often than that is old enough. */
    private static final String LATEST =
            """
            select s.identity_key, s.pseudonym, e.version, e.sealed, k.wrapped, l.index
            from consent_state s
            join lateral (
                select id, version, sealed from consent_entry where pseudonym = s.pseudonym order by version desc limit 1000
            ) e on true
            left join person_key k using (pseudonym)
            left join ledger_entry l on l.entry_id = e.id
            where s.identity_key = any($1)
            order by s.identity_key, e.version desc""";

    private final Pool database;
    private final MasterKey master;

    ProofStore(Pool database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /**
     * One for each identity that had said anything by then (without a time: ever); empty if one of
     * them is not what this service wrote.
     */
    Uni<Optional<List<KeptEntry>>> until(List<IdentityKey> keys, Optional<Instant> at) {
        return database.preparedQuery(UNTIL)
                .execute(
                        Tuple.of(
                                keys.stream().map(IdentityKey::value).toArray(String[]::new),
                                at.map(until -> until.atOffset(ZoneOffset.UTC)).orElse(null)))
                .map(
                        rows -> {
                            var entries = new ArrayList<KeptEntry>();
                            for (Row row : rows) {
                                Optional<KeptEntry> opened = open(row);
                                if (opened.isEmpty()) {
                                    return Optional.empty();
                                }
                                entries.add(opened.get());
                            }
                            return Optional.of(entries);
                        });
    }

    /**
     * For each identity that answered the purpose the entry since which that answer stands; empty
     * if one on the way is not what this service wrote.
     */
    Uni<Optional<List<KeptEntry>>> origins(List<IdentityKey> keys, Purpose purpose) {
        return database.preparedQuery(LATEST)
                .execute(Tuple.of(keys.stream().map(IdentityKey::value).toArray(String[]::new)))
                .map(rows -> origins(rows, purpose));
    }

    private Optional<List<KeptEntry>> origins(Iterable<Row> latestFirst, Purpose purpose) {
        var origins = new LinkedHashMap<String, KeptEntry>();
        var found = new HashSet<String>();
        for (Row row : latestFirst) {
            String key = row.getString("identity_key");
            if (!found.contains(key)) {
                Optional<KeptEntry> opened = open(row);
                if (opened.isEmpty()) {
                    return Optional.empty();
                }
                Optional<StandingAnswer> standing = opened.get().after().to(purpose);
                KeptEntry later = origins.get(key);
                if (standing.isEmpty()
                        || later != null && !later.after().to(purpose).equals(standing)) {
                    found.add(key);
                } else {
                    origins.put(key, opened.get());
                }
            }
        }
        return Optional.of(List.copyOf(origins.values()));
    }

    private Optional<KeptEntry> open(Row row) {
        long version = row.getLong("version");
        Optional<PersonKey> key = key(row);
        Optional<byte[]> body =
                key.flatMap(own -> own.decrypt(version, row.getBuffer("sealed").getBytes()));
        Optional<Answers> after =
                body.flatMap(
                        text ->
                                EntryRow.after(
                                        text, new IdentityKey(row.getString("identity_key"))));
        return after.map(
                answers ->
                        new KeptEntry(
                                body.orElseThrow(),
                                key.orElseThrow().nonce(version),
                                answers,
                                index(row.getLong("index"))));
    }

    private Optional<PersonKey> key(Row row) {
        return Optional.ofNullable(row.getBuffer("wrapped"))
                .map(wrapped -> new WrappedKey(row.getUUID("pseudonym"), wrapped.getBytes()))
                .flatMap(master::unwrap);
    }

    private static OptionalLong index(@Nullable Long index) {
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }
}
