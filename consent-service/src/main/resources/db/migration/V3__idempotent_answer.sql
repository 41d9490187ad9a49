-- The first answer to a request that named an Idempotency-Key, for as long as it may be repeated.
create table idempotent_answer (
    identity_keys text[]      not null,   -- whose request it was, in order
    key           text        not null,
    body_hash     text        not null,
    answers       jsonb       not null,
    versions      text        not null,   -- as in Consent-Seq
    expires_at    timestamptz not null,
    primary key (identity_keys, key)
);

create index on idempotent_answer (expires_at);
