-- Who read what of whom, for what: a row for each hour in which a client did.
create table profile_read (
    identity_key text        collate "C" not null, -- the customer where there was one, else the visitor
    hour         timestamptz not null,
    client       text        collate "C" not null,
    purpose      text        collate "C" not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    reads        bigint      not null,
    shown        text[]      not null,             -- the names of the values
    withheld     boolean     not null,             -- at least once there was more
    primary key (identity_key, hour, client, purpose)
);

create index profile_read_by_age on profile_read (hour);
