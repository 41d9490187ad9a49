-- Two identities that are thought to be one person. left_key < right_key.
create table edge (
    left_key      text        collate "C" not null,
    left_type     text        not null,
    right_key     text        collate "C" not null,
    right_type    text        not null,
    claimed_at    timestamptz not null default clock_timestamp(),
    confirmed_at  timestamptz,                    -- null: only claimed
    permitted     boolean     not null default false, -- both allowed identity_link when it was last judged
    judged_at     timestamptz,
    left_consent  bigint,                         -- the versions of the two consents on which it was judged
    right_consent bigint,
    primary key (left_key, right_key),
    check (left_key < right_key)
);

create index edge_of_right on edge (right_key);

-- Why: the first time that each rule spoke for it.
create table edge_evidence (
    left_key  text        collate "C" not null,
    right_key text        collate "C" not null,
    rule      text        not null,
    source    text,
    event_id  text,
    at        timestamptz not null,
    primary key (left_key, right_key, rule)
);
