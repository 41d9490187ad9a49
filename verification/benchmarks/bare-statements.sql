-- One write as consent-service sends it when nobody else waits: ConsentStore.CLAIM and EntryStore.APPEND, with values of the same size.
\set visitor random(1, 3000)
begin;
with offered as (
    select * from unnest(array[lpad((:visitor)::text, 43, 'A')], array[gen_random_uuid()], array[decode(repeat('5a', 60), 'hex')]) as o (identity_key, pseudonym, wrapped)
), claimed as (
    insert into consent_state as known (identity_key, pseudonym, version, recorded_at, answers, seal)
    select identity_key, pseudonym, 1, clock_timestamp(), '{}', '' from offered order by identity_key collate "C"
    on conflict (identity_key) do update
    set version = known.version + 1,
        recorded_at = greatest(clock_timestamp(), known.recorded_at + interval '1 microsecond')
    returning new.identity_key, new.pseudonym, new.version, new.recorded_at, new.answers,
        old.recorded_at as recorded_before, old.seal as seal_before
), added as (
    insert into person_key (pseudonym, wrapped)
    select pseudonym, wrapped from offered join claimed using (identity_key, pseudonym)
    where seal_before is null
    returning pseudonym, wrapped
)
select claimed.*, coalesce(added.wrapped, k.wrapped) as wrapped
from claimed left join added using (pseudonym) left join person_key k using (pseudonym);
with next as (
    select * from unnest(
        array[lpad((:visitor)::text, 43, 'A')],
        array['{"experience":{"answer":"granted","at":"2026-01-31T09:30:00.123456Z"},"marketing":{"answer":"refused","at":"2026-01-31T09:30:00.123456Z"}}'],
        array[decode(repeat('5a', 32), 'hex')],
        array[decode(repeat('5a', 420), 'hex')],
        array['4b5d68f8-1b3a-4226-ac77-cc5c63361d85'],
        array[true])
        as n (identity_key, answers, seal, sealed, request_id, no)
), state as (
    update consent_state set answers = next.answers::jsonb, seal = next.seal
    from next where consent_state.identity_key = next.identity_key
    returning consent_state.identity_key, pseudonym, version, recorded_at, next.sealed, next.request_id, next.no
), entry as (
    insert into consent_entry (pseudonym, version, recorded_at, sealed)
    select pseudonym, version, recorded_at, sealed from state
    returning id
), waiting as (
    insert into entry_waiting (entry_id) select id from entry
), spreading as (
    insert into no_waiting (identity_key) select identity_key from state where no
)
insert into outbox (topic, key, type, request_id)
select 'consent.state.v1', identity_key, 'io.tact.consent.state.v1', request_id from state;
commit;
