-- How many people said what, by the hour; nobody's name.
create table answer_count (
    hour    timestamptz not null,
    purpose text        not null,
    answer  text        not null,
    count   bigint      not null,
    primary key (hour, purpose, answer)
);

-- Which of the staff looked whom up, when and why.
create table lookup (
    id           bigint      generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    staff        text        not null,   -- identity-key of who looked
    identity_key text,                   -- of whom; null once that one is erased
    reason       text        not null
);

create index on lookup (identity_key);
