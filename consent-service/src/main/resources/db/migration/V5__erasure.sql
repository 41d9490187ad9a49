-- Forgetting a person: the mapping and the key go, the entries stay as nothing but commitments, and a leaf says which they are.
create table erasure (
    id               uuid        primary key,
    erased_at        timestamptz not null,
    proof_kept_until date,                   -- null: nothing is kept
    pseudonyms       uuid[]      not null    -- of nobody any more
);

-- Evidence that is kept apart where a claim is expected (GDPR, Article 17(3)(e)), until its day.
create table kept_key (
    pseudonym    uuid  primary key,
    identity_key text  not null,
    wrapped      bytea not null,
    until        date  not null
);

-- Leaves that are no entries and have no index yet.
create table leaf_waiting (
    id         bigint generated always as identity primary key,
    leaf       bytea  not null,
    seal       bytea  not null,              -- HMAC of the leaf under the master key: nobody else can have an erasure signed
    refused_at timestamptz                   -- the seal was not ours: it gets no index, and whoever runs the shop gets an alarm
);
