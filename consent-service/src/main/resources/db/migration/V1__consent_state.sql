-- What each identity's own answers amount to now. One row for an identity-key; its lock orders everything that is said about it.
create table consent_state (
    identity_key text        primary key check (identity_key ~ '^[A-Za-z0-9_-]{43}$'),
    pseudonym    uuid        not null unique,   -- random; the only name of this identity in consent_entry, so that erasing this row unlinks its entries
    version      bigint      not null check (version > 0),
    recorded_at  timestamptz not null,          -- of the last entry; strictly increasing, also when the clock steps back
    answers      jsonb       not null           -- {"experience":{"answer":"granted","at":"…"}}
) with (fillfactor = 80);                       -- room for updates in place
