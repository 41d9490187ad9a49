-- What was said, for ever: one entry for each identity and request, whether it changed the state or not.
create table consent_entry (
    id             bigint      generated always as identity primary key,   -- neither gapless nor in commit order: a ledger index is given later, by whoever builds the tree
    pseudonym      uuid        not null,
    version        bigint      not null,
    recorded_at    timestamptz not null,          -- the database's clock, under the lock of the state row
    given_at       timestamptz,                   -- the client's clock, if it said
    answers        jsonb       not null,          -- as they were said: {"experience":true,"marketing":false}
    privacy_signal boolean     not null,          -- the request carried Sec-GPC: 1
    notice         jsonb,                         -- which text was shown: {"id":"…","version":"…","language":"…"}
    unique (pseudonym, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on consent_entry
    for each row execute function refuse_change();

create trigger never_emptied before truncate on consent_entry
    for each statement execute function refuse_change();
