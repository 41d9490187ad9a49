-- The shop's products as the shop stated them last.
create table catalogue_item (
    item_id    text        primary key,
    item       jsonb       not null,
    version    bigint      not null default 1,
    changed_at timestamptz not null default clock_timestamp()
);
