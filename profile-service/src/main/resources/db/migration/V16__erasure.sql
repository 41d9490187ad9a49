-- Who asked to be forgotten. Kept for ever, as privacy.erasure.v1 is: it names nobody but by key.
create table erasure (
    request      uuid        primary key,
    requested_at timestamptz not null default clock_timestamp(),
    xid          xid8        not null default pg_current_xact_id(), -- what began before may not have known of it
    persons      text[]      not null,
    deleted      jsonb       not null,            -- how many rows of which table, so far
    erased_at    timestamptz                      -- null: what was under way meanwhile is still looked for
);

create index erasure_under_way on erasure (requested_at) where erased_at is null;

-- Whatever is about these and of before that time is not let in any more.
create table erased_identity (
    identity_key text        collate "C" not null,
    request      uuid        not null,
    erased_at    timestamptz not null default 'infinity',
    primary key (identity_key, request)
);

create index erased_identity_of_request on erased_identity (request);

-- Events that were deleted, by what they are known again: neither a retry nor an old batch brings one back, whatever its times say.
create table erased_event (
    event_id  text        collate "C" primary key,
    erased_at timestamptz not null default clock_timestamp()
);

-- What the services answered, and whether it is theirs.
create table erasure_receipt (
    request     uuid        not null,
    service     text        not null,
    receipt     text        not null, -- compact JWS
    received_at timestamptz not null default clock_timestamp(),
    primary key (request, service)
);

-- An event may name somebody under whom it is not recorded.
create index event_naming on event using gin (identities) where cardinality(identities) > 1;

create index edge_unless on edge (unless_key) where unless_key is not null;
