-- An event as profile.event.v1 has it: io.tact.profile.log.PublishedEvent, from its row.
create or replace function published_event(kept event) returns json language sql stable as $$
    select json_strip_nulls(json_build_object(
        'eventId', kept.event_id, 'type', kept.type, 'name', kept.name, 'identityKey', kept.identity_key, 'identities', kept.identities,
        'sessionId', kept.session_id, 'products', kept.products, 'orderId', kept.order_id,
        'at', to_char(kept.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'receivedAt', to_char(kept.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'source', kept.source, 'sourceKind', kept.source_kind, 'ground', kept.ground, 'purposes', kept.purposes,
        'person', kept.person))
$$;

-- Where something is kept of identities that nobody else needs, and which rows: $1 are their keys. Events have more to them, below.
create or replace function tables_of_identities() returns table (kept text, theirs text) language sql immutable as $$
    values ('edge', 'left_key = any($1) or right_key = any($1) or unless_key = any($1)'),
           ('sighting', 'left_key = any($1) or right_key = any($1) or unless_key = any($1)'),
           ('waiting_event', 'awaits = any($1)'),
           ('trait', 'identity_key = any($1)'),
           ('answer_about_other', 'identity_key = any($1)'),
           ('question_skip', 'identity_key = any($1)'),
           ('computed_part', 'identity_key = any($1)'),
           ('privacy_limit', 'identity_key = any($1)'),
           ('profile_read', 'identity_key = any($1)'),
           ('staff_lookup', 'identity_key = any($1)'),
           ('identity', 'identity_key = any($1)')
$$;

-- Deletes all that is kept of these identities, and says how many rows of which table that was. The caller is the one writer of the graph,
-- and sees to it that whom they were linked to are resolved again.
create or replace function erase(keys text[]) returns jsonb language plpgsql as $$
declare
    pseudonyms text[] := array(select pseudonym from identity where identity_key = any(keys));
    gone       text[];
    kept       text;
    theirs     text;
    deleted    jsonb := '{}';
    rows       bigint;
begin
    perform from identity where identity_key = any(keys) order by identity_key for update;

    -- what is kept of others no longer names them
    with theirs as (
        select day, event_id from event
        where identities && keys and cardinality(identities) > 1 and identity_key <> all(keys)
        union
        select e.day, e.event_id
        from edge, event e
        where (left_key = any(keys) or right_key = any(keys))
            and e.identity_key = case when left_key = any(keys) then right_key else left_key end
            and e.identity_key <> all(keys) and e.person = any(pseudonyms)
    ), changed as (
        update event set
            identities = array(
                select named from unnest(event.identities) with ordinality as n(named, place) where named <> all(keys) order by place),
            person = case when event.person = any(pseudonyms)
                then coalesce((select i.pseudonym from identity i where i.identity_key = event.identity_key), '') else event.person end
        from theirs where (event.day, event.event_id) = (theirs.day, theirs.event_id)
        returning event.*
    ), again as (
        insert into outbox (topic, key, type, payload)
        select 'profile.event.v1', identity_key || '/' || event_id, 'io.tact.profile.event.v1',
               published_event(row(changed.*)::event)
        from changed
        returning 1
    )
    select count(*) into rows from again;
    deleted := deleted || jsonb_build_object('event_of_others', rows);

    with deleted_events as (
        delete from event where identity_key = any(keys) returning identity_key || '/' || event_id as key, event_id
    ), remembered as (
        insert into erased_event (event_id) select event_id from deleted_events on conflict do nothing
    )
    select coalesce(array_agg(key), '{}') into gone from deleted_events;
    perform tombstone('profile.event.v1', gone);
    deleted := deleted || jsonb_build_object('event', cardinality(gone));

    delete from edge_evidence v using edge e
    where (v.left_key, v.right_key) = (e.left_key, e.right_key)
        and (e.left_key = any(keys) or e.right_key = any(keys) or e.unless_key = any(keys));
    get diagnostics rows = row_count;
    deleted := deleted || jsonb_build_object('edge_evidence', rows);
    delete from computed_due where identity_key = any(keys);
    for kept, theirs in select * from tables_of_identities() loop
        execute format('delete from %I where %s', kept, theirs) using keys;
        get diagnostics rows = row_count;
        deleted := deleted || jsonb_build_object(kept, rows);
    end loop;
    perform tombstone('profile.identity.v1', keys);
    perform tombstone('privacy.limit.v1', keys);
    return deleted;
end
$$;

-- Nobody is these persons any more.
create or replace function erase_persons(nobody text[]) returns void language plpgsql as $$
begin
    delete from person where person = any(nobody);
    perform tombstone('profile.view.v1', nobody);
end
$$;

-- Whom a batch names, also as somebody who must not be known.
create or replace function named_in(delivery jsonb) returns setof text language sql stable as $$
    select i.key from jsonb_to_recordset(delivery -> 'identities') as i(key text)
    union
    select s.unless_key from jsonb_to_recordset(delivery -> 'sightings') as s(unless_key text) where s.unless_key is not null
$$;

-- A batch without what is of somebody who was erased and of before that: a retry, an old batch, a message that waited. What is of others
-- loses their name alone, and what was said about them as its user.
create or replace function without_erased(delivery jsonb) returns jsonb language sql stable as $$
    with erased as (
        select identity_key, max(erased_at) as erased_at from erased_identity
        where identity_key in (select named from named_in(delivery) as named)
        group by identity_key
    ), sent as (
        select e.value, e.ordinality, array(
            select identity_key from erased where erased_at >= (e.value ->> 'at')::timestamptz) as gone
        from jsonb_array_elements(delivery -> 'events') with ordinality as e
        where not exists (select from erased_event known where known.event_id = e.value ->> 'event_id')
    ), events as (
        select
            jsonb_set(
                jsonb_set(value, '{identities}', (value -> 'identities') - gone),
                '{published,identities}', (value #> '{published,identities}') - gone)
                || case when loses_user then '{"said": null}'::jsonb else '{}' end as value,
            ordinality, loses_user
        from sent
        cross join lateral (
            select exists (
                select from jsonb_to_recordset(delivery -> 'identities') as i(key text, type text)
                where type = 'user_id' and key = any(gone) and value -> 'identities' ? key)) as lost (loses_user)
        where value ->> 'identity_key' <> all(gone)
    ), traits as (
        select t.value, t.ordinality from jsonb_array_elements(delivery -> 'traits') with ordinality as t
        where case when t.value ->> 'event_id' is null
            then not exists (
                select from erased
                where identity_key = t.value ->> 'identity_key' and erased_at >= (t.value ->> 'at')::timestamptz)
            else t.value ->> 'event_id' in (select value ->> 'event_id' from events where not loses_user) end
    ), sightings as (
        select s.value, s.ordinality from jsonb_array_elements(delivery -> 'sightings') with ordinality as s
        where not exists (
            select from erased
            where identity_key in (s.value ->> 'left_key', s.value ->> 'right_key', s.value ->> 'unless_key')
                and erased_at >= (s.value ->> 'at')::timestamptz)
    )
    select delivery || jsonb_build_object(
        'events', (select coalesce(jsonb_agg(value order by ordinality), '[]') from events),
        'traits', (select coalesce(jsonb_agg(value order by ordinality), '[]') from traits),
        'sightings', (select coalesce(jsonb_agg(value order by ordinality), '[]') from sightings),
        'identities', (
            select coalesce(jsonb_agg(i.value), '[]') from jsonb_array_elements(delivery -> 'identities') as i
            where i.value ->> 'key' not in (select identity_key from erased)
                or exists (select from events where value -> 'identities' ? (i.value ->> 'key'))
                or exists (select from traits where value ->> 'identity_key' = i.value ->> 'key')))
$$;

-- What erase would delete, without deleting it.
create or replace function count_kept(keys text[]) returns jsonb language plpgsql stable as $$
declare
    kept    text;
    theirs  text;
    rows    bigint;
    counted jsonb := jsonb_build_object(
        'event', (select count(*) from event where identity_key = any(keys)),
        'event_of_others', (
            select count(*) from event where identities && keys and cardinality(identities) > 1 and identity_key <> all(keys)));
begin
    for kept, theirs in select * from tables_of_identities() loop
        execute format('select count(*) from %I where %s', kept, theirs) into rows using keys;
        counted := counted || jsonb_build_object(kept, rows);
    end loop;
    return counted;
end
$$;

create or replace function count_types(keys text[]) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(type, identities), '{}')
    from (select type, count(*) as identities from identity where identity_key = any(keys) group by type) as counted
$$;
