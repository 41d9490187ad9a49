package io.tact.frequency.reservation;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * Decides and reserves in one statement over the person's row: the caps are the condition under
 * which the locked row is updated, and the news of it goes into the outbox with it.
 */
final class PersonStatement {
    static final String SQL =
            """
            with home as materialized (
                select coalesce(r.moved_to, i.key) as key, coalesce(r.moved_name, i.name) as person,
                       coalesce(h.generation, 0) as generation
                from (select $1::uuid, $2::text) as i (key, name)
                left join person_log r on r.key = i.key and r.moved_to is not null
                left join person_log h on h.key = coalesce(r.moved_to, i.key)
                where (select version from registry) = $3::bigint),
            visit as (
                insert into session_log as s (key, started, visited)
                select $4::uuid, $5::bigint, $5::bigint from home where $4::uuid is not null
                on conflict (key) do update set (started, visited, ids, whats, pending, gone, stops) = (
                    select case when open then s.started else excluded.started end, greatest(s.visited, excluded.visited),
                           case when open then s.ids end, case when open then s.whats end, case when open then s.pending end,
                           case when open then s.gone end, case when open then s.stops end
                    from (select excluded.visited < s.visited + 1800000 and excluded.visited < s.started + 86400000) as o (open))
                returning started, ids, whats, pending),
            session as (
                select coalesce(visit.started << 21 | $6::bigint, 0) as mark, visit.ids, visit.whats, visit.pending
                from (select) as always left join visit on true),
            stopped as (
                select coalesce(array_agg(distinct l.candidate), '{}') as candidates
                from unnest($9::int[], $10::text[]) as l (candidate, label)
                join capped c on c.label = l.label
                where c.reason <> 'cap' and (c.until is null or c.until > $5::bigint)
                  and c.person in (select coalesce(r.moved_to, k.key) from unnest($7::uuid[]) as k (key)
                                   left join person_log r on r.key = k.key and r.moved_to is not null)),
            granted as (
                insert into person_log as p (key, ids, whats, sessions, pending)
                select home.key, array[$11::bigint], array[($8::bigint[])[w.candidate]],
                       case when session.mark <> 0 then array[session.mark] end, array[$11::bigint]
                from home cross join session cross join stopped
                cross join lateral (select first_allowed(
                    cardinality($8::bigint[]), stopped.candidates, null, null, null, null,
                    session.ids, session.whats, session.pending, session.mark, $5::bigint,
                    $12::int[], $13::int[], $14::int[], $15::bigint[], $16::boolean[], $17::bigint[], $18::bigint[])) as w (candidate)
                where w.candidate is not null
                on conflict (key) do update set (ids, whats, sessions, pending, gone) = (
                    select array_agg(l.id order by l.number), array_agg(l.what order by l.number),
                           case when count(nullif(l.session, 0)) > 0 then array_agg(coalesce(l.session, 0) order by l.number) end,
                           array_agg(l.id order by l.number) filter (where l.id = any (coalesce(p.pending, '{}')) or l.id = $11::bigint),
                           (select array_agg(g.id) from (
                               select id from unnest(coalesce(p.gone, '{}') || coalesce(p.pending, '{}')) as g (id)
                               where id >> 21 > $5::bigint - 86400000
                                 and (id = any (coalesce(p.gone, '{}')) or id >> 21 <= $5::bigint - 60000)
                               order by id desc limit 64) as g)
                    from (
                        select id, what, session, number from unnest(p.ids, p.whats, p.sessions) with ordinality as own (id, what, session, number)
                        where id <> all (coalesce(p.pending, '{}')) or id >> 21 > $5::bigint - 60000
                        union all
                        select $11::bigint, ($8::bigint[])[first_allowed(
                            cardinality($8::bigint[]), stopped.candidates, p.ids, p.whats, p.sessions, p.pending,
                            session.ids, session.whats, session.pending, session.mark, $5::bigint,
                            $12::int[], $13::int[], $14::int[], $15::bigint[], $16::boolean[], $17::bigint[], $18::bigint[])],
                            session.mark, 1000000000
                        from session cross join stopped) as l)
                where p.moved_to is null
                  and p.generation = (select generation from home)
                  and not exists (select from unnest(p.whats) as w (what) where w.what >> 44 > $19::bigint)
                  and (select first_allowed(
                          cardinality($8::bigint[]), stopped.candidates, p.ids, p.whats, p.sessions, p.pending,
                          session.ids, session.whats, session.pending, session.mark, $5::bigint,
                          $12::int[], $13::int[], $14::int[], $15::bigint[], $16::boolean[], $17::bigint[], $18::bigint[])
                       from session cross join stopped) is not null
                returning p.whats[cardinality(p.whats)] as what),
            told as (
                insert into outbox (topic, key, type, payload, request_id)
                select 'frequency.impression.v1', $2::text || '/' || $20::text, 'io.tact.frequency.impression.v1',
                       json_build_object('impressionId', $20::text, 'person', home.person, 'labels', c.labels::json,
                           'state', 'reserved', 'at', $22::text, 'expiresAt', $23::text, 'rulesVersion', $3::bigint),
                       $24::text
                from granted cross join home
                join unnest($8::bigint[], $21::text[]) as c (what, labels) on c.what = granted.what)
            select home.key, granted.what from home left join granted on true""";

    private PersonStatement() {}

    /** What became of it. */
    sealed interface Outcome {
        /** No row: the registry is another one by now. */
        record RegistryChanged() implements Outcome {}

        /**
         * A row without {@code what}: nothing was allowed, or the row moved away meanwhile. Nothing
         * was changed.
         */
        record NothingAllowed() implements Outcome {}

        /**
         * The candidate whose impressions are packed as this won, and its reservation stands.
         *
         * @param what as in the log
         */
        record Won(long what) implements Outcome {}
    }

    static Outcome outcome(RowSet<Row> rows) {
        var iterator = rows.iterator();
        if (!iterator.hasNext()) {
            return new Outcome.RegistryChanged();
        }
        Long what = iterator.next().getLong("what");
        return what == null ? new Outcome.NothingAllowed() : new Outcome.Won(what);
    }
}
