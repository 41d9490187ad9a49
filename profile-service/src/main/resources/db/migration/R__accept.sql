-- Takes in all that one request brought, in one statement of the caller and one transaction.
-- Whatever is written in several rows is written in the order of its keys, and the tables in the order in which they stand here:
-- so two requests may wait for each other, but never in a circle.

create or replace function new_pseudonym() returns text language sql volatile as $$
    select translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_')
$$;

-- Says that the views of these persons have changed.
create or replace function touch_persons(touched text[], request text) returns void language sql volatile as $$
    with changed as (
        insert into person (person, version)
        select t.person, 1 from (select distinct unnest(touched) as person) t order by t.person
        on conflict (person) do update set version = person.version + 1
        returning person.person
    )
    insert into outbox (topic, key, type, request_id)
    select 'profile.view.v1', person, 'io.tact.profile.view.v1', request from changed
$$;

-- Whoever comes back after an erasure goes on with versions that cannot have been theirs before: readers apply newer ones only.
create or replace function know_identities(named jsonb, request text) returns void language sql volatile as $$
    with fresh as (
        insert into identity (identity_key, type, pseudonym, person, version)
        select n.key, n.type, n.pseudonym, n.pseudonym,
            case when exists (select from erased_identity gone where gone.identity_key = n.key)
                then (extract(epoch from clock_timestamp()) * 1000)::bigint else 1 end
        from (select i.key, min(i.type) as type, new_pseudonym() as pseudonym
              from jsonb_to_recordset(named) as i(key text, type text)
              where not exists (select from identity known where known.identity_key = i.key)
              group by i.key) n
        order by n.key
        on conflict (identity_key) do nothing
        returning identity_key
    )
    insert into outbox (topic, key, type, request_id)
    select 'profile.identity.v1', identity_key, 'io.tact.profile.identity.v1', request from fresh
$$;

-- All that is read here is found by its key. Below some thirty thousand identities the planner would read the whole table instead, several
-- times a batch, and it would plan anew for each.
create or replace function accept(delivery jsonb, out kept int, out sighted int) language plpgsql
    set random_page_cost = 1.1 set plan_cache_mode = force_generic_plan
as $$
declare
    request  text := delivery ->> 'request_id';
    received timestamptz := (delivery ->> 'received_at')::timestamptz;
    ids      text[];
begin
    -- before anything is read: who waits for us to end can tell that we began
    perform pg_current_xact_id();
    if exists (
        select from erased_identity
        where identity_key in (select named from named_in(delivery) as named))
    then
        delivery := without_erased(delivery);
    end if;
    perform know_identities(delivery -> 'identities', request);

    with incoming as (
        select e.*, i.person
        from jsonb_to_recordset(delivery -> 'events') as e(
            position int, day date, dated boolean, event_id text, source text, source_kind text, ground text, message_id text,
            type text, name text, identity_key text, identities text[], purposes text[], at timestamptz, "timestamp" timestamptz,
            original_timestamp timestamptz, sent_at timestamptz, session_id text, order_id text, products jsonb, properties jsonb,
            said jsonb, published jsonb)
        join identity i using (identity_key)
    ), inserted as (
        insert into event (
            day, event_id, source, source_kind, ground, message_id, type, name, identity_key, identities, person, purposes, at,
            "timestamp", original_timestamp, sent_at, received_at, session_id, order_id, products, properties,
            said)
        select
            day, event_id, source, source_kind, ground, message_id, type, name, identity_key, identities, person, purposes, at,
            "timestamp", original_timestamp, sent_at, received, session_id, order_id, products, properties,
            said
        from incoming
        -- one that does not say when it happened may come again after midnight
        where dated or not exists (
            select from event earlier where earlier.day = incoming.day - 1 and earlier.event_id = incoming.event_id)
        order by day, event_id
        on conflict (day, event_id) do nothing
        returning event_id
    ), announced as (
        insert into outbox (topic, key, type, payload, request_id)
        select 'profile.event.v1', identity_key || '/' || event_id, 'io.tact.profile.event.v1',
               (published || jsonb_build_object('person', person))::json, request
        from incoming join inserted using (event_id)
        order by position
    ), due as (
        insert into computed_due (identity_key, day)
        select distinct identity_key, (at at time zone 'UTC')::date
        from incoming join inserted using (event_id)
        where exists (select from definition where retired_at is null)
    )
    select coalesce(array_agg(event_id), '{}') into ids from inserted;

    if jsonb_array_length(delivery -> 'traits') > 0 then
        perform note_traits(delivery -> 'traits', ids, request);
    end if;

    with news as (
        insert into sighting (left_key, left_type, right_key, right_type, rule, unless_key, source, event_id, at, request_id)
        select s.left_key, s.left_type, s.right_key, s.right_type, s.rule, s.unless_key, s.source, s.event_id, s.at, request
        from jsonb_to_recordset(delivery -> 'sightings') as s(
            left_key text, left_type text, right_key text, right_type text, rule text, confirms boolean, permitted boolean,
            unless_key text, source text, event_id text, at timestamptz)
        where s.event_id = any(ids)
          -- nothing new about an edge that is at least as certain, since then at the latest, and was judged alike
          and not exists (
            select from edge known
            where known.left_key = s.left_key and known.right_key = s.right_key
              and case when known.confirmed_at is null then not s.confirms and known.claimed_at <= s.at
                       else (not s.confirms or known.confirmed_at <= s.at and (s.unless_key is not null or not known.by_alias))
                            and (s.permitted is null or known.permitted = s.permitted) end)
        returning id
    )
    select count(*) into sighted from news;

    insert into dead_letter (source, reason, field, redacted, request_id, received_at)
    select d.source, d.reason, d.field, d.redacted, request, received
    from jsonb_to_recordset(delivery -> 'dead_letters') as d(source text, reason text, field text, redacted jsonb);

    insert into waiting_event (source, sealed, awaits, missing, received_at)
    select w.source, w.sealed, w.awaits, w.missing, received
    from jsonb_to_recordset(delivery -> 'waiting') as w(source text, sealed text, awaits text, missing text);

    kept := cardinality(ids);
end
$$;

-- The latest of a class wins, by the time of the event, then by message id. A person may not change while a trait is added to it.
create or replace function note_traits(noted jsonb, ids text[], request text) returns void language plpgsql as $$
declare
    touched text[];
begin
    perform from identity
    where identity_key in (select n.identity_key from jsonb_to_recordset(noted) as n(identity_key text))
    order by identity_key
    for share;

    with latest as (
        select distinct on (n.identity_key, n.name, n.class) n.*
        from jsonb_to_recordset(noted) as n(
            identity_key text, name text, class text, value jsonb, personal boolean, purposes text[], source text, event_id text,
            message_id text, at timestamptz, expires_at timestamptz)
        where n.event_id is null or n.event_id = any(ids)
        order by n.identity_key, n.name, n.class, n.at desc, n.message_id collate "C" desc
    ), written as (
        insert into trait (identity_key, name, class, value, personal, purposes, source, event_id, message_id, at, expires_at)
        select identity_key, name, class, value, personal, purposes, source, event_id, message_id, at, expires_at from latest
        order by identity_key, name, class
        on conflict (identity_key, name, class) do update
        set value = excluded.value, personal = excluded.personal, purposes = excluded.purposes, source = excluded.source,
            event_id = excluded.event_id, message_id = excluded.message_id, at = excluded.at, expires_at = excluded.expires_at
        where (excluded.at, excluded.message_id) > (trait.at, trait.message_id)
        returning identity_key
    )
    select coalesce(array_agg(distinct i.person), '{}') into touched from written join identity i using (identity_key);

    perform touch_persons(touched, request);
end
$$;
