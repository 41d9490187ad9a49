package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.together.Together;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.PersonKey;
import io.tact.proof.sealing.WrappedKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The state rows. */
@ApplicationScoped
class ConsentStore {
    static final String TOPIC = "consent.state.v1";

    /**
     * Locks the rows in the order of their keys, so that two requests never wait for each other,
     * and gives each its next version and time. The clock is read under the lock and never goes
     * back, so a withdrawal is later than all that it withdraws. Whoever is new gets the key that
     * is offered.
     */
    private static final String CLAIM =
            """
            with offered as (
                select * from unnest($1::text[], $2::uuid[], $3::bytea[]) as o (identity_key, pseudonym, wrapped)
            ), claimed as (
                insert into consent_state as known (identity_key, pseudonym, version, recorded_at, answers, seal)
                select identity_key, pseudonym, 1, clock_timestamp(), '{}', '' from offered order by identity_key collate "C"
                on conflict (identity_key) do update
                set version = known.version + 1,
                    recorded_at = greatest(clock_timestamp(), known.recorded_at + interval '1 microsecond')
                returning new.identity_key, new.pseudonym, new.version, new.recorded_at, new.answers,
                    old.recorded_at as recorded_before, old.seal as seal_before
            ), added as (
                insert into person_key (pseudonym, wrapped)
                select pseudonym, wrapped from offered join claimed using (identity_key, pseudonym)
                where seal_before is null
                returning pseudonym, wrapped
            )
            select claimed.*, coalesce(added.wrapped, k.wrapped) as wrapped
            from claimed left join added using (pseudonym) left join person_key k using (pseudonym)""";

    /**
     * For those who became known while the claim waited for their rows: it still sees the keys as
     * they were before.
     */
    private static final String KEYS =
            "select pseudonym, wrapped from person_key where pseudonym = any($1)";

    private static final String FIND = StateRow.select("$1");

    private final Pool database;
    private final MasterKey master;
    private final StateSeal seals;
    private final DamageMetrics damage;
    private final Together<List<IdentityKey>, List<ConsentState>> reads =
            new Together<>(keys -> List.of(), this::findAll);

    ConsentStore(Pool database, MasterKey master, DamageMetrics damage) {
        this.database = database;
        this.master = master;
        this.seals = new StateSeal(master);
        this.damage = damage;
    }

    /** In the order of the keys; an unasked one for whoever never answered. */
    Uni<List<ConsentState>> find(List<IdentityKey> keys) {
        return reads.ask(keys);
    }

    private Uni<List<List<ConsentState>>> findAll(List<List<IdentityKey>> asked) {
        List<IdentityKey> keys = asked.stream().flatMap(List::stream).distinct().toList();
        return database.preparedQuery(FIND)
                .execute(Tuple.of(values(keys)))
                .map(rows -> byKey(rows, row -> ConsentRow.state(row).believed(seals, damage)))
                .map(found -> asked.stream().map(own -> states(own, found)).toList());
    }

    private static List<ConsentState> states(
            List<IdentityKey> keys, Map<IdentityKey, ConsentState> found) {
        return keys.stream()
                .map(key -> found.getOrDefault(key, ConsentState.unasked(key)))
                .toList();
    }

    /**
     * Locked until the end of the transaction, each with its next version. Fails with {@link
     * DamagedState} where some cannot be believed.
     *
     * @param keys each once
     */
    Uni<Map<IdentityKey, ClaimedState>> claim(SqlConnection connection, List<IdentityKey> keys) {
        List<WrappedKey> offered =
                keys.stream().map(key -> master.draw(UUID.randomUUID())).toList();
        return connection
                .preparedQuery(CLAIM)
                .execute(
                        Tuple.of(
                                values(keys),
                                offered.stream().map(WrappedKey::pseudonym).toArray(UUID[]::new),
                                offered.stream()
                                        .map(WrappedKey::bytes)
                                        .map(Buffer::buffer)
                                        .toArray(Buffer[]::new)))
                .chain(rows -> withKeys(connection, rows));
    }

    private Uni<Map<IdentityKey, ClaimedState>> withKeys(
            SqlConnection connection, RowSet<Row> claimed) {
        var known = new HashMap<UUID, WrappedKey>();
        var missing = new ArrayList<UUID>();
        for (Row row : claimed) {
            ConsentRow.key(row)
                    .ifPresentOrElse(
                            key -> known.put(key.pseudonym(), key),
                            () -> missing.add(row.getUUID("pseudonym")));
        }
        return findKeys(connection, missing)
                .invoke(found -> found.forEach(key -> known.put(key.pseudonym(), key)))
                .map(found -> claimed(claimed, known));
    }

    private Uni<List<WrappedKey>> findKeys(SqlConnection connection, List<UUID> missing) {
        if (missing.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(KEYS)
                .execute(Tuple.of(missing.toArray(UUID[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .flatMap(row -> ConsentRow.key(row).stream())
                                        .toList());
    }

    private Map<IdentityKey, ClaimedState> claimed(RowSet<Row> rows, Map<UUID, WrappedKey> keys) {
        var claimed = new HashMap<IdentityKey, ClaimedState>();
        var damaged = new HashSet<IdentityKey>();
        for (Row row : rows) {
            var identity = new IdentityKey(row.getString("identity_key"));
            claimed(row, identity, keys)
                    .ifPresentOrElse(
                            state -> claimed.put(identity, state), () -> damaged.add(identity));
        }
        if (!damaged.isEmpty()) {
            damaged.forEach(damage::found);
            throw new DamagedState(damaged);
        }
        return claimed;
    }

    /** Empty if it cannot be believed. */
    private Optional<ClaimedState> claimed(
            Row row, IdentityKey identity, Map<UUID, WrappedKey> keys) {
        Optional<ConsentState> believed =
                ConsentRow.before(row)
                        .map(before -> before.genuine(seals))
                        .orElseGet(() -> Optional.of(ConsentState.unasked(identity)));
        UUID pseudonym = row.getUUID("pseudonym");
        Optional<PersonKey> key = Optional.ofNullable(keys.get(pseudonym)).flatMap(master::unwrap);
        if (believed.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        var next =
                new ConsentState(
                        identity,
                        row.getLong("version"),
                        row.getOffsetDateTime("recorded_at").toInstant(),
                        believed.get().answers());
        return Optional.of(new ClaimedState(next, pseudonym, key.get()));
    }

    private static <T> Map<IdentityKey, T> byKey(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(
                        Collectors.toMap(
                                row -> new IdentityKey(row.getString("identity_key")), read));
    }

    private static String[] values(List<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }
}
