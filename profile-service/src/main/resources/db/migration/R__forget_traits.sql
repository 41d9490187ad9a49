-- Both take a person's identities before their traits, as note_traits does, and each table in the order of its keys.

-- What these told under a name. Says how many values that were.
create or replace function forget_told(keys text[], told text, request text) returns int language plpgsql as $$
declare
    forgotten text[];
begin
    perform from identity where identity_key = any(keys) order by identity_key for share;

    with gone as (
        delete from trait where (identity_key, name, class) in (
            select identity_key, name, class from trait
            where identity_key = any(keys) and name = told and class = 'told'
            order by identity_key for update)
        returning identity_key
    )
    select coalesce(array_agg(identity_key), '{}') into forgotten from gone;

    perform touch_persons(array(select person from identity where identity_key = any(forgotten)), request);
    return cardinality(forgotten);
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
