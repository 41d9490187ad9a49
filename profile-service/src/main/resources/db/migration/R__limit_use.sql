-- Changes what these identities do not want; null leaves it. A no is also theirs who are the same persons, a yes is nobody else's.
-- Takes identities before persons, each in the order of their keys, as everything does. What is shown of them follows, and what was
-- computed. Says what all whom it changed want now.
create or replace function limit_use(proven jsonb, restrict boolean, object boolean, moment timestamptz, request text)
    returns setof privacy_limit language plpgsql
as $$
declare
    own     text[] := array(select i.key from jsonb_to_recordset(proven) as i(key text));
    meant   text[];
    changed text[];
begin
    perform know_identities(proven, request);
    meant := array(
        select identity_key from identity
        where identity_key = any(own)
            or (restrict or object) and person in (select person from identity where identity_key = any(own)));
    perform from identity where identity_key = any(meant) order by identity_key for update;

    with wanted as (
        select key as identity_key,
            case when restrict or not restrict and key = any(own) then restrict else coalesce(l.restricted, false) end as restricted,
            case when object or not object and key = any(own) then object else coalesce(l.objected, false) end as objected,
            l.identity_key is not null as known
        from unnest(meant) as key left join privacy_limit l on l.identity_key = key
    ), written as (
        insert into privacy_limit as known (identity_key, restricted, objected, version, at)
        select w.identity_key, w.restricted, w.objected, 1, moment from wanted w
        where w.known or w.restricted or w.objected
        order by w.identity_key
        on conflict (identity_key) do update
        set restricted = excluded.restricted, objected = excluded.objected, version = known.version + 1, at = excluded.at
        where (known.restricted, known.objected) <> (excluded.restricted, excluded.objected)
        returning identity_key
    ), announced as (
        insert into outbox (topic, key, type, request_id)
        select 'privacy.limit.v1', identity_key, 'io.tact.privacy.limit.v1', request from written
    ), due as (
        insert into computed_due (identity_key, day)
        select distinct e.identity_key, (e.at at time zone 'UTC')::date from event e join written using (identity_key)
        where exists (select from definition where retired_at is null)
    )
    select coalesce(array_agg(identity_key), '{}') into changed from written;

    perform touch_persons(array(select person from identity where identity_key = any(changed)), request);
    return query select * from privacy_limit where identity_key = any(changed);
end
$$;
