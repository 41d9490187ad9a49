package io.tact.frequency.capped;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Stop;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of {@code capped}, each change with its news in the outbox. */
@ApplicationScoped
public class CappedStore {
    public static final String TOPIC = "frequency.capped.v1";

    /** What the topic says of a key now. */
    public static final String CURRENT =
            """
            select name || '/' || label,
                   json_build_object('person', name, 'label', label, 'reason', reason, 'rule', rule,
                       'until', to_char(to_timestamp(until / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
            from capped where name || '/' || label = any (?)""";

    private static final String TELL =
            """
            insert into outbox (topic, key, type, request_id)
            select 'frequency.capped.v1', name || '/' || label, 'io.tact.frequency.capped.v1', $1 from changed""";
    private static final String STOP =
            """
            with changed as (
                insert into capped (person, label, name, reason, rule, until)
                select p.person, l.label, p.name, $4, $4, null
                from unnest($2::uuid[], $3::text[]) as p (person, name) cross join unnest($5::text[]) as l (label)
                order by p.person, l.label
                on conflict (person, label) do update set reason = excluded.reason, rule = excluded.rule, until = null
                where capped.reason = 'cap' or capped.reason <> 'bought' and excluded.reason = 'bought'
                returning name, label)
            """
                    + TELL;
    private static final String REOPEN =
            """
            with changed as (
                delete from capped where person = $2 and label = any ($3::text[]) and reason = 'cap' returning name, label)
            """
                    + TELL;
    private static final String SWEEP =
            """
            with changed as (
                delete from capped where reason = 'cap' and until <= $2 returning name, label)
            """
                    + TELL;
    private static final String COPY =
            """
            with changed as (
                insert into capped (person, label, name, reason, rule, until)
                select $3, label, $4, reason, rule, until from capped where person = $2 order by label
                on conflict (person, label) do update
                set reason = excluded.reason, rule = excluded.rule, until = excluded.until
                where case when capped.reason = 'cap' then excluded.reason <> 'cap' or excluded.until is null or excluded.until > capped.until
                           else capped.reason <> 'bought' and excluded.reason = 'bought' end
                returning name, label)
            """
                    + TELL;
    private static final String REMOVE =
            "with changed as (delete from capped where person = $2 returning name, label)\n" + TELL;
    private static final String STOPS =
            """
            select label, reason, until from capped
            where person = any ($1::uuid[]) and label = any ($2::text[]) and reason <> 'cap'""";

    /**
     * For ever.
     *
     * @param names in whose name it is published, beside the persons
     */
    public Uni<Void> stop(
            SqlClient database,
            List<UUID> persons,
            List<String> names,
            Collection<Label> labels,
            String reason,
            @Nullable String request) {
        return run(
                database,
                STOP,
                Tuple.of(
                        request,
                        persons.toArray(UUID[]::new),
                        names.toArray(String[]::new),
                        reason,
                        texts(labels)));
    }

    /** A slot of these labels is free again. */
    public Uni<Void> reopen(
            SqlClient database, UUID person, Collection<Label> labels, @Nullable String request) {
        return run(database, REOPEN, Tuple.of(request, person, texts(labels)));
    }

    /** Takes back what is over. */
    public Uni<Void> sweep(SqlClient database, long now) {
        return run(database, SWEEP, Tuple.of(null, now));
    }

    /** What holds for one row holds for the other as well. */
    public Uni<Void> copy(SqlClient database, UUID from, UUID to, String name) {
        return run(database, COPY, Tuple.of(null, from, to, name));
    }

    public Uni<Void> remove(SqlClient database, UUID person) {
        return run(database, REMOVE, Tuple.of(null, person));
    }

    /** The stops of these persons on these labels. */
    public Uni<List<Stop>> stops(
            SqlClient database, Collection<UUID> persons, Collection<Label> labels) {
        return database.preparedQuery(STOPS)
                .execute(Tuple.of(persons.toArray(UUID[]::new), texts(labels)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(CappedStore::stop)
                                        .toList());
    }

    private static Stop stop(Row row) {
        Long until = row.getLong("until");
        return new Stop(
                new Label(row.getString("label")),
                row.getString("reason"),
                until == null ? OptionalLong.empty() : OptionalLong.of(until));
    }

    private static String[] texts(Collection<Label> labels) {
        return labels.stream().map(Label::value).toArray(String[]::new);
    }

    private static Uni<Void> run(SqlClient database, String sql, Tuple parameters) {
        return database.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }
}
