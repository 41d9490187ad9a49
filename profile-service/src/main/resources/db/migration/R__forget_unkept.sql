-- Until when what was recorded may be used, as io.tact.profile.keeping.Retention says it: its time and the period of the purpose, in UTC.
-- Periods are {"purposes": {<name>: <period>}, "others": <period>, "contract": <period>}.

create or replace function kept_until(at timestamptz, period interval) returns timestamptz language sql immutable as $$
    select (at at time zone 'UTC' + period) at time zone 'UTC'
$$;

create or replace function period_of(purpose text, periods jsonb) returns interval language sql stable as $$
    select coalesce(periods -> 'purposes' ->> purpose, periods ->> 'others')::interval
$$;

-- Those of the purposes that something of that time still serves.
create or replace function purposes_left(purposes text[], at timestamptz, periods jsonb, moment timestamptz) returns text[]
    language sql stable as $$
    select coalesce(array_agg(one.purpose order by one.place), '{}')
    from unnest(purposes) with ordinality as one(purpose, place)
    where kept_until(at, period_of(one.purpose, periods)) > moment
$$;

-- When the first of the purposes ends.
create or replace function first_end(purposes text[], at timestamptz, periods jsonb) returns timestamptz language sql stable as $$
    select min(kept_until(at, period_of(purpose, periods))) from unnest(purposes) as purpose
$$;

-- Before when all happened that has ended by that moment. Where months are not of one length, what happened on the last days of one
-- ends on one day of another: then some of it has not ended yet.
create or replace function ended_before(period interval, moment timestamptz) returns timestamptz language sql immutable as $$
    select case
            when months > interval '0' and (date_trunc('month', ending) <> date_trunc('month', ending + interval '1 day')
                or extract(day from ending - months) < extract(day from ending))
            then date_trunc('month', ending - months) + interval '1 month'
            else ending - months + interval '1 microsecond' end at time zone 'UTC'
    from (select
            moment at time zone 'UTC' - make_interval(days => extract(day from period)::int) as ending,
            make_interval(months => (extract(year from period) * 12 + extract(month from period))::int) as months) as it
$$;

create or replace function ended_before(together text[], periods jsonb, moment timestamptz) returns timestamptz language sql stable as $$
    select case together when '{}' then ended_before((periods ->> 'contract')::interval, moment)
           else (select max(ended_before(period_of(purpose, periods), moment)) from unnest(together) as purpose) end
$$;

-- Events are looked at by the purposes that they serve together: so the index leads to what has ended, and past everything else.
-- Takes from at most so many what they serve no more, and deletes those that serve nothing. Says how many that were.
create or replace function forget_unkept_events(periods jsonb, moment timestamptz, at_most int) returns int language plpgsql
    set random_page_cost = 1.1 set enable_seqscan = off set enable_sort = off set plan_cache_mode = force_custom_plan
as $$
declare
    together text[] := '{}';
    ended    timestamptz;
    changed  int;
    forgotten text[];
begin
    while together is not null loop
        ended := ended_before(together, periods, moment);
        with past as (
            select day, event_id, identity_key, at, purposes_left(purposes, at, periods, moment) as purposes,
                ground = 'contract' and kept_until(at, (periods ->> 'contract')::interval) > moment as by_contract
            from event e
            where e.purposes = together and e.at < ended
                and (purposes_left(e.purposes, e.at, periods, moment) <> e.purposes
                     or e.purposes = '{}' and kept_until(e.at, (periods ->> 'contract')::interval) <= moment)
            order by e.purposes, e.at limit at_most
            for update skip locked
        ), narrowed as (
            update event e set purposes = o.purposes,
                -- a contract needs the order and not what else was said with it
                properties = case when o.purposes <> '{}' then e.properties end,
                said = case when o.purposes <> '{}' then e.said end
            from past o
            where (e.day, e.event_id) = (o.day, o.event_id) and (o.purposes <> '{}' or o.by_contract)
            returning e.*
        ), again as (
            insert into outbox (topic, key, type, payload)
            select 'profile.event.v1', identity_key || '/' || event_id, 'io.tact.profile.event.v1',
                   published_event(row(narrowed.*)::event)
            from narrowed
        ), gone as (
            delete from event e using past o
            where (e.day, e.event_id) = (o.day, o.event_id) and o.purposes = '{}' and not o.by_contract
            returning e.identity_key, e.event_id
        ), due as (
            insert into computed_due (identity_key, day)
            select distinct identity_key, (at at time zone 'UTC')::date from past
            where exists (select from definition where retired_at is null)
        )
        select (select count(*) from past), (select coalesce(array_agg(identity_key || '/' || event_id), '{}') from gone)
            into changed, forgotten;
        perform tombstone('profile.event.v1', forgotten);
        if changed > 0 then
            return changed;
        end if;
        together := (select purposes from event where purposes > together order by purposes limit 1);
    end loop;
    return 0;
end
$$;

-- The same for values; a person's identities are taken before them, as note_traits does. What serves nothing ends at once.
create or replace function forget_unkept_traits(periods jsonb, moment timestamptz, at_most int) returns int language plpgsql
    set random_page_cost = 1.1 set enable_seqscan = off set plan_cache_mode = force_custom_plan
as $$
declare
    together text[] := '{}';
    ended    timestamptz;
    keys     text[];
    changed  text[];
begin
    while together is not null loop
        ended := case together when '{}' then 'infinity' else ended_before(together, periods, moment) end;
        keys := array(
            select distinct identity_key from (
                select identity_key from trait t
                where t.purposes = together and t.at < ended
                    and (together = '{}' or purposes_left(t.purposes, t.at, periods, moment) <> t.purposes)
                order by t.purposes, t.at limit at_most) as past);
        if keys <> '{}' then
            perform from identity where identity_key = any(keys) order by identity_key for share;

            with past as (
                select identity_key, name, class, purposes_left(purposes, at, periods, moment) as purposes from trait t
                where t.identity_key = any(keys)
                    and (t.purposes = '{}' or purposes_left(t.purposes, t.at, periods, moment) <> t.purposes)
                order by identity_key, name, class
                for update
            ), narrowed as (
                update trait t set purposes = o.purposes from past o
                where (t.identity_key, t.name, t.class) = (o.identity_key, o.name, o.class) and o.purposes <> '{}'
            ), gone as (
                delete from trait t using past o
                where (t.identity_key, t.name, t.class) = (o.identity_key, o.name, o.class) and o.purposes = '{}'
            )
            select coalesce(array_agg(identity_key), '{}') into changed from past;

            perform touch_persons(array(select person from identity where identity_key = any(changed)), null);
            return greatest(cardinality(changed), 1);
        end if;
        together := (select purposes from trait where purposes > together order by purposes limit 1);
    end loop;
    return 0;
end
$$;
