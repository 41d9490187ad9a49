package io.tact.frequency.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.frequency.person.PersonLogStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The rows of somebody who is forgotten. Decisions take the locks of answers, sessions and persons
 * in this order, and so does whoever calls this.
 */
@ApplicationScoped
class ErasedRowsStore {
    private static final String ANSWERS = "delete from idempotent_answer where subject = any ($1)";
    private static final String SESSIONS = "delete from session_log where key = any ($1)";
    private static final String INVOLVED =
            """
            select key from unnest($1::uuid[] || $2::uuid[]) as named (key)
            union select moved_to from person_log where key = any ($1) and moved_to is not null
            union select key from person_log where moved_to = any ($2)""";

    /**
     * The rows stay, without content: decisions under way that saw the redirect would otherwise
     * make the person's row anew. What only the locks had made is not counted. Identities that
     * nobody named and that stood there come home; those that did not stand there are unchanged,
     * but for the decisions under way, which look again.
     */
    private static final String EMPTY =
            """
            with found as (
                select moved_to from person_log where key = any ($1) and xmin <> pg_current_xact_id()::xid),
            emptied as (
                update person_log
                set moved_to = null, moved_name = null, moved_version = null, first_seen_at = null,
                    generation = generation + 1, ids = null, whats = null, sessions = null, pending = null, gone = null
                where key = any ($1)),
            home as (
                update person_log
                set moved_to = null, moved_name = null, first_seen_at = null, generation = generation + 1
                where moved_to = any ($2) and key <> all ($1)),
            "left" as (
                update person_log set generation = generation + 1
                where key in (select moved_to from found) and key <> all ($1))
            select count(*) from found""";

    private static final String CAPPED = "delete from capped where person = any ($1)";

    private static final String LATE_ANSWERS =
            """
            delete from idempotent_answer using erasure_applied
            where request = $1 and subject = any ($2) and answered <= (extract(epoch from deleted_at) * 1000)::bigint""";
    private static final String LATE_SESSIONS =
            """
            delete from session_log using erasure_applied
            where request = $1 and key = any ($2) and visited <= (extract(epoch from deleted_at) * 1000)::bigint""";
    private static final String COME_HOME =
            """
            update person_log set moved_to = null, moved_name = null, first_seen_at = null, generation = generation + 1
            where moved_to = any ($1)""";

    /** Of a replica that had not read the erasure: they name somebody who lives. */
    private static final String LATE_LINKS =
            """
            with late as (
                select key, moved_to from person_log where key = any ($1) and first_seen_at <= $2),
            home as (
                update person_log
                set moved_to = null, moved_name = null, first_seen_at = null, generation = generation + 1
                where key in (select key from late))
            update person_log set generation = generation + 1 where key in (select moved_to from late)""";

    private static final String REMOVE_PERSONS = "delete from person_log where key = any ($1)";
    private static final String REMOVE_IDENTITIES =
            """
            delete from person_log
            where key = any ($1) and moved_to is null and ids is null and pending is null and gone is null
              and not exists (select from capped where capped.person = person_log.key)""";

    private final PersonLogStore persons;

    ErasedRowsStore(PersonLogStore persons) {
        this.persons = persons;
    }

    Uni<Integer> deleteAnswers(SqlConnection transaction, Traces traces) {
        return run(transaction, ANSWERS, of(traces.rows()));
    }

    Uni<Integer> deleteSessions(SqlConnection transaction, Traces traces) {
        return run(transaction, SESSIONS, of(traces.sessions()));
    }

    /** Until the transaction ends nobody decides for them, nor moves from or to them. */
    Uni<Void> hold(SqlConnection transaction, Traces traces) {
        return hold(transaction, traces, Set.of());
    }

    private Uni<Void> hold(SqlConnection transaction, Traces traces, Set<UUID> held) {
        return transaction
                .preparedQuery(INVOLVED)
                .execute(Tuple.of(traces.rowsOfIdentities(), traces.rowsOfPersons()))
                .map(
                        rows -> {
                            var keys = new HashSet<UUID>();
                            rows.forEach(row -> keys.add(row.getUUID("key")));
                            return keys;
                        })
                .chain(
                        keys ->
                                held.containsAll(keys)
                                        ? Uni.createFrom().voidItem()
                                        : persons.hold(transaction, keys)
                                                .chain(() -> hold(transaction, traces, keys)));
    }

    /** How many there were. */
    Uni<Long> empty(SqlConnection transaction, Traces traces) {
        return transaction
                .preparedQuery(EMPTY)
                .execute(Tuple.of(traces.rows(), traces.rowsOfPersons()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Integer> deleteCapped(SqlConnection transaction, Traces traces) {
        return run(transaction, CAPPED, of(traces.rows()));
    }

    /**
     * Removes what is left when nothing from before is under way any more: rows without content,
     * links that were still being read, and answers that were given while the rows were emptied. An
     * identity that came back keeps what it has.
     */
    Uni<Void> remove(SqlConnection transaction, Erasure erasure) {
        Traces traces = Traces.of(erasure);
        var answers = Tuple.of(erasure.request(), traces.rows());
        var sessions = Tuple.of(erasure.request(), traces.sessions());
        var links =
                Tuple.of(traces.rowsOfIdentities(), erasure.erasedAt().atOffset(ZoneOffset.UTC));
        return run(transaction, LATE_ANSWERS, answers)
                .chain(() -> run(transaction, LATE_SESSIONS, sessions))
                .chain(() -> hold(transaction, traces))
                .chain(() -> run(transaction, COME_HOME, of(traces.rowsOfPersons())))
                .chain(() -> run(transaction, LATE_LINKS, links))
                .chain(() -> run(transaction, REMOVE_PERSONS, of(traces.rowsOfPersons())))
                .chain(() -> run(transaction, REMOVE_IDENTITIES, of(traces.rowsOfIdentities())))
                .replaceWithVoid();
    }

    private static Tuple of(UUID[] keys) {
        return Tuple.of((Object) keys);
    }

    private static Uni<Integer> run(SqlConnection transaction, String sql, Tuple parameters) {
        return transaction.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount());
    }
}
