-- All take a person's identities before their traits, as note_traits does, and each table in the order of its keys.

drop function if exists forget_told(text[], text, text);

-- What is known of these under a name, of one class or (null) of all. Says how many values that were.
create or replace function forget_named(keys text[], forgotten_name text, of_class text, request text) returns int language plpgsql as $$
declare
    forgotten text[];
begin
    perform from identity where identity_key = any(keys) order by identity_key for share;

    with gone as (
        delete from trait where (identity_key, name, class) in (
            select identity_key, name, class from trait
            where identity_key = any(keys) and name = forgotten_name and (of_class is null or class = of_class)
            order by identity_key, name, class for update)
        returning identity_key
    )
    select coalesce(array_agg(identity_key), '{}') into forgotten from gone;

    perform touch_persons(array(select person from identity where identity_key = any(forgotten)), request);
    return cardinality(forgotten);
end
$$;

-- Puts what somebody told (as note_traits takes it) in the place of all that is known of these under its name.
create or replace function correct_value(keys text[], told jsonb, teller_type text, request text) returns void language plpgsql as $$
declare
    teller text := told ->> 'identity_key';
    gone   text[];
begin
    perform know_identities(jsonb_build_array(jsonb_build_object('key', teller, 'type', teller_type)), request);
    perform from identity where identity_key = any(keys || teller) order by identity_key for share;

    with wrong as (
        delete from trait where (identity_key, name, class) in (
            select identity_key, name, class from trait
            where identity_key = any(keys) and name = told ->> 'name'
            order by identity_key, name, class for update)
        returning identity_key
    )
    select coalesce(array_agg(identity_key), '{}') into gone from wrong;

    insert into trait (identity_key, name, class, value, personal, purposes, source, message_id, at, expires_at)
    select t.identity_key, t.name, t.class, t.value, t.personal, t.purposes, t.source, t.message_id, t.at, t.expires_at
    from jsonb_to_record(told) as t(
        identity_key text, name text, class text, value jsonb, personal boolean, purposes text[], source text, message_id text,
        at timestamptz, expires_at timestamptz)
    on conflict (identity_key, name, class) do update
    set value = excluded.value, personal = excluded.personal, purposes = excluded.purposes, source = excluded.source,
        event_id = null, message_id = excluded.message_id, at = excluded.at, expires_at = excluded.expires_at
    where (excluded.at, excluded.message_id) > (trait.at, trait.message_id);

    perform touch_persons(array(select person from identity where identity_key = any(gone || teller)), request);
end
$$;

-- What has ended by then, of at most so many identities. Says how many values that were.
create or replace function forget_ended(moment timestamptz, at_most int) returns int language plpgsql as $$
declare
    keys      text[];
    forgotten text[];
begin
    keys := array(
        select identity_key from trait where expires_at <= moment group by identity_key order by min(expires_at) limit at_most);
    perform from identity where identity_key = any(keys) order by identity_key for share;

    with gone as (
        delete from trait where (identity_key, name, class) in (
            select identity_key, name, class from trait
            where identity_key = any(keys) and expires_at <= moment
            order by identity_key, name, class for update)
        returning identity_key
    )
    select coalesce(array_agg(identity_key), '{}') into forgotten from gone;

    perform touch_persons(array(select person from identity where identity_key = any(forgotten)), null);
    return cardinality(forgotten);
end
$$;
