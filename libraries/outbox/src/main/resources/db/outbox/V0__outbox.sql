-- A service's way out: written in the transaction of the change, read by one relay.
-- Rows are ordered by (xid, id): a transaction's rows become readable only when no older transaction can still commit.
create table outbox (
    id         bigint      not null generated always as identity,
    xid        xid8        not null default pg_current_xact_id(),
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    payload    json,                  -- null: a tombstone, or for a compacted topic "whatever is current when this is read"
    request_id text,
    created_at timestamptz not null default clock_timestamp(),
    primary key (xid, id)
);

create table outbox_position (
    relay text   primary key,
    xid   xid8   not null,
    id    bigint not null
);
