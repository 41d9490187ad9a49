package io.tact.frequency.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of persons and of identities. */
@ApplicationScoped
public class PersonLogStore {
    private static final String HOMES =
            """
            select i.name as identity, coalesce(r.moved_to, i.key) as key, coalesce(r.moved_name, i.name) as person,
                   coalesce(h.generation, 0) as generation, h.ids, h.whats, h.sessions, h.pending, h.gone
            from unnest($1::uuid[], $2::text[]) with ordinality as i (key, name, number)
            left join person_log r on r.key = i.key and r.moved_to is not null
            left join person_log h on h.key = coalesce(r.moved_to, i.key)
            order by i.number""";
    private static final String MAKE =
            """
            insert into person_log (key) select unnest($1::uuid[]) as key order by key on conflict do nothing""";
    private static final String LOCK =
            """
            select key, moved_to, moved_name, moved_version, ids, whats, sessions, pending, gone
            from person_log where key = any ($1::uuid[]) order by key for update""";
    private static final String WRITE =
            """
            update person_log set ids = $2, whats = $3, sessions = $4, pending = $5, gone = $6 where key = $1""";

    /** Where the impressions of these identities stand, in their order. */
    public Uni<List<Home>> homes(SqlClient database, List<String> identities) {
        UUID[] keys = identities.stream().map(RowKey::ofPerson).toArray(UUID[]::new);
        return database.preparedQuery(HOMES)
                .execute(Tuple.of(keys, identities.toArray(String[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PersonLogStore::home)
                                        .toList());
    }

    /**
     * Where the impressions of these identities stand, held until the transaction ends: neither a
     * decision nor a move of one of them comes between. If one moved while its rows were waited
     * for, the locks are given back first: whoever waits while holding others may wait for ever.
     */
    public Uni<List<Home>> lockHomes(SqlConnection transaction, List<String> identities) {
        return homes(transaction, identities)
                .call(() -> transaction.query("savepoint free").execute())
                .chain(
                        seen ->
                                lock(transaction, rows(identities, seen))
                                        .chain(locked -> homes(transaction, identities))
                                        .chain(
                                                held ->
                                                        sameKeys(seen, held)
                                                                ? Uni.createFrom().item(held)
                                                                : lockAgain(
                                                                        transaction, identities)));
    }

    private Uni<List<Home>> lockAgain(SqlConnection transaction, List<String> identities) {
        return transaction
                .query("rollback to savepoint free")
                .execute()
                .chain(() -> lockHomes(transaction, identities));
    }

    private static List<UUID> rows(List<String> identities, List<Home> homes) {
        return Stream.concat(
                        identities.stream().map(RowKey::ofPerson), homes.stream().map(Home::key))
                .toList();
    }

    private static boolean sameKeys(List<Home> seen, List<Home> held) {
        return seen.stream().map(Home::key).toList().equals(held.stream().map(Home::key).toList());
    }

    /** Nobody else reads them to write, nor writes them, until the transaction ends. */
    public Uni<Void> hold(SqlConnection transaction, Collection<UUID> keys) {
        return lock(transaction, keys).replaceWithVoid();
    }

    /**
     * The rows of these keys, made where they were missing, and locked in one order for all. One
     * that an erasure removes in between is made again.
     */
    Uni<List<LockedRow>> lock(SqlConnection transaction, Collection<UUID> keys) {
        UUID[] sorted = keys.stream().distinct().sorted().toArray(UUID[]::new);
        return transaction
                .preparedQuery(MAKE)
                .execute(Tuple.of((Object) sorted))
                .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of((Object) sorted)))
                .map(
                        rows -> {
                            List<LockedRow> locked = new ArrayList<>();
                            rows.forEach(row -> locked.add(LockedRow.of(row)));
                            return locked;
                        })
                .chain(
                        locked ->
                                locked.size() == sorted.length
                                        ? Uni.createFrom().item(locked)
                                        : lock(transaction, keys));
    }

    public Uni<Void> write(SqlClient transaction, UUID key, PackedLog log) {
        return transaction
                .preparedQuery(WRITE)
                .execute(LogColumns.write(Tuple.of(key), log, true))
                .replaceWithVoid();
    }

    private static Home home(Row row) {
        return new Home(
                row.getString("identity"),
                row.getUUID("key"),
                row.getString("person"),
                row.getInteger("generation"),
                LogColumns.read(row, true));
    }
}
