-- Messages that were not understood: their shape and the reason, for a week.
create table dead_letter (
    id          bigint      generated always as identity primary key,
    source      text        not null,
    reason      text        not null,
    redacted    jsonb       not null,
    request_id  text,
    received_at timestamptz not null
);

create index dead_letter_by_age on dead_letter (received_at);
