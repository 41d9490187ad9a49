-- The log of accepted events. Append-only. An event is known again by its id under the day that its sender stated,
-- so that the log can be split by day without a second index over all of it.
create table event (
    day                date        not null,
    event_id           text        collate "C" not null,
    source             text        not null,
    source_kind        text        not null,
    ground             text        not null,
    message_id         text        not null,
    type               text        not null,
    name               text        not null,
    identity_key       text        collate "C" not null,   -- under which it is recorded
    identities         text[]      not null,               -- all that it names
    person             text        not null,               -- of identity_key, at acceptance
    purposes           text[]      not null,               -- granted when it was accepted, or when it happened for a source that states it
    at                 timestamptz not null,               -- what counts
    "timestamp"        timestamptz,                        -- as the sender stated them
    original_timestamp timestamptz,
    sent_at            timestamptz,
    received_at        timestamptz not null,
    session_id         text,
    order_id           text,
    products           jsonb       not null,
    properties         jsonb,                              -- free, so never published
    primary key (day, event_id)
);

create index event_of_identity on event (identity_key, at desc);
