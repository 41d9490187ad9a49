-- What follows from events by a definition. Each version is a row; the newest complete one of a name answers.
create table definition (
    id            bigint      generated always as identity primary key,
    name          text        collate "C" not null,
    body          jsonb       not null,
    defined_by    text        not null,
    defined_at    timestamptz not null default clock_timestamp(),
    visible_from  xid8,                           -- whatever began before this transaction may not have known of it
    backfilled_to text        collate "C" default '', -- the history of identities up to here was looked at; null: of all
    retired_by    text,
    retired_at    timestamptz
);

create index definition_live on definition (name) where retired_at is null;

-- Of each identity and day what was taken of its events. Computed again as a whole, from the log.
create table computed_part (
    identity_key text   collate "C" not null,
    definition   bigint not null,
    part         text   collate "C" not null,
    day          date   not null,               -- of the event's time, in UTC
    taken        jsonb  not null,
    primary key (identity_key, definition, part, day)
);

create index computed_part_of_definition on computed_part (definition);

-- Which days have to be computed again. A row for each event, so that whoever sees the row sees the event.
create table computed_due (
    id           bigint generated always as identity primary key,
    identity_key text   collate "C" not null,
    day          date   not null
);

-- The shop's products, as far as definitions ask about them.
create table known_item (
    item_id      text    collate "C" primary key,
    product_type text    not null,
    category     text    not null,
    sensitive    text[]  not null, -- protected categories that it tells of
    version      bigint  not null
);
