-- What accepted events say about edges, until the one writer of the graph has taken it in.
create table sighting (
    id         bigint      generated always as identity primary key,
    left_key   text        collate "C" not null,
    left_type  text        not null,
    right_key  text        collate "C" not null,
    right_type text        not null,
    rule       text        not null,
    unless_key text,                       -- an alias merges an unidentified side only: not when this user id is known
    source     text        not null,
    event_id   text        not null,
    at         timestamptz not null,
    request_id text
);
