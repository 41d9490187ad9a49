-- Messages that nobody may read yet, because it is not known what their subjects allow.
create table waiting_event (
    id          bigint      generated always as identity primary key,
    source      text        not null,
    sealed      text        not null, -- AES-256-GCM, base64
    received_at timestamptz not null
);

create index waiting_event_by_age on waiting_event (received_at);
