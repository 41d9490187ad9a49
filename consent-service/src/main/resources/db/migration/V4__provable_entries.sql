-- Entries become provable and erasable: encrypted under a key for each person, ordered in a Merkle tree, signed. What was recorded before the
-- first release was none of this and cannot become it, so it is not carried over: everybody is asked again, and the topic is told.
insert into outbox (topic, key, type) select 'consent.state.v1', identity_key, 'io.tact.consent.state.v1' from consent_state;
delete from consent_state;
drop table consent_entry;

-- Deleting a row here is forgetting a person: its entries can no longer be opened, by nobody.
create table person_key (
    pseudonym uuid  primary key,
    wrapped   bytea not null              -- AES-256-GCM under the master key, which is in no database
);

alter table consent_state add column seal bytea not null;   -- HMAC of all other columns under the master key: a row that somebody else wrote is refused

-- What was said, for ever: one entry for each identity and request, whether it changed the state or not.
create table consent_entry (
    id          bigint      generated always as identity primary key,   -- neither gapless nor in commit order; the order is ledger_entry's
    pseudonym   uuid        not null,
    version     bigint      not null,
    recorded_at timestamptz not null,     -- the database's clock, under the lock of the state row
    sealed      bytea       not null,     -- the body, AES-256-GCM under the person's key
    unique (pseudonym, version)
);

create trigger append_only before update or delete on consent_entry
    for each row execute function refuse_change();

create trigger never_emptied before truncate on consent_entry
    for each statement execute function refuse_change();

-- Entries that have no index yet.
create table entry_waiting (
    entry_id bigint primary key
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

-- An entry that this service did not write: it gets no index, and whoever runs the shop gets an alarm.
create table entry_refused (
    entry_id   bigint      primary key,
    reason     text        not null,
    refused_at timestamptz not null default clock_timestamp()
);

-- The one order of all entries: the leaves of the tree.
create table ledger_entry (
    index    bigint primary key check (index >= 0),
    leaf     bytea  not null,             -- names nobody; ledger-proof says how it is written
    entry_id bigint unique                -- null for a leaf that tells of an erasure
);

create trigger append_only before update or delete on ledger_entry
    for each row execute function refuse_change();

create trigger never_emptied before truncate on ledger_entry
    for each statement execute function refuse_change();

-- Hashes of the tree, as they are published. A tile that is not full yet grows in place: the narrower one is its beginning.
create table ledger_tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, index)
);

-- What was signed. One for a size, so that two signers can never say two things of it.
create table ledger_checkpoint (
    size      bigint      primary key check (size > 0),
    note      text        not null,
    signed_at timestamptz not null default clock_timestamp()
);

create trigger append_only before update or delete on ledger_checkpoint
    for each row execute function refuse_change();
