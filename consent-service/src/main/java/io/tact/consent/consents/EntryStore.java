package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.proof.sealing.MasterKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The entries, the state rows that they lead to, the news for the topic, and word of each no for
 * whoever is linked.
 */
@ApplicationScoped
class EntryStore {
    private static final String APPEND =
            """
            with next as (
                select * from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::text[], $8::boolean[])
                    as n (identity_key, answers, seal, sealed, request_id, no)
            ), state as (
                update consent_state set answers = next.answers::jsonb, seal = next.seal
                from next where consent_state.identity_key = next.identity_key
                returning consent_state.identity_key, pseudonym, version, recorded_at, next.sealed, next.request_id, next.no
            ), entry as (
                insert into consent_entry (pseudonym, version, recorded_at, sealed)
                select pseudonym, version, recorded_at, sealed from state
                returning id
            ), waiting as (
                insert into entry_waiting (entry_id) select id from entry
            ), spreading as (
                insert into no_waiting (identity_key) select identity_key from state where no
            )
            insert into outbox (topic, key, type, request_id)
            select $6, identity_key, $7, request_id from state""";

    private final StateSeal seals;
    private final DamageMetrics damage;

    EntryStore(MasterKey master, DamageMetrics damage) {
        this.seals = new StateSeal(master);
        this.damage = damage;
    }

    /**
     * Of rows that this transaction has claimed. Fails with {@link DamagedState} where one of them
     * was put back to what it was before.
     */
    Uni<Void> append(SqlConnection connection, List<NextEntry> entries) {
        var parameters =
                Tuple.tuple()
                        .addArrayOfString(texts(entries, entry -> state(entry).key().value()))
                        .addArrayOfString(
                                texts(
                                        entries,
                                        entry -> ConsentRow.json(state(entry).answers()).encode()))
                        .addValue(
                                buffers(
                                        entries,
                                        entry -> seals.of(state(entry), entry.next().pseudonym())))
                        .addValue(buffers(entries, EntryStore::sealed))
                        .addArrayOfString(texts(entries, NextEntry::requestId))
                        .addString(ConsentStore.TOPIC)
                        .addString("io.tact." + ConsentStore.TOPIC)
                        .addArrayOfBoolean(
                                entries.stream()
                                        .map(entry -> entry.change().saysNo())
                                        .toArray(Boolean[]::new));
        return connection
                .preparedQuery(APPEND)
                .execute(parameters)
                .onFailure(EntryStore::isThereAlready)
                .transform(behind -> damaged(entries))
                .replaceWithVoid();
    }

    private static ConsentState state(NextEntry entry) {
        return entry.next().next();
    }

    private static byte[] sealed(NextEntry entry) {
        return entry.next().encrypt(EntryRow.body(entry.change(), state(entry)));
    }

    /** There is an entry of this version. */
    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof PgException refused
                && "23505".equals(refused.getSqlState())
                && "consent_entry".equals(refused.getTable());
    }

    private DamagedState damaged(List<NextEntry> entries) {
        if (entries.size() > 1) {
            return new DamagedState(Set.of());
        }
        IdentityKey only = state(entries.get(0)).key();
        damage.found(only);
        return new DamagedState(Set.of(only));
    }

    private static String[] texts(List<NextEntry> entries, Function<NextEntry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    private static Buffer[] buffers(List<NextEntry> entries, Function<NextEntry, byte[]> column) {
        return entries.stream().map(column).map(Buffer::buffer).toArray(Buffer[]::new);
    }
}
