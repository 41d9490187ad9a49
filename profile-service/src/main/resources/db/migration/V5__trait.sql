-- What is known about an identity: of each name the latest value of each class. A class never overwrites another.
create table trait (
    identity_key text        collate "C" not null,
    name         text        collate "C" not null,
    class        text        collate "C" not null, -- told, declared, observed, inferred
    value        jsonb       not null,
    personal     boolean     not null,             -- names the person: never published
    purposes     text[]      not null,
    source       text        not null,
    event_id     text,
    message_id   text        collate "C" not null, -- decides between two of the same time
    at           timestamptz not null,
    primary key (identity_key, name, class)
);
