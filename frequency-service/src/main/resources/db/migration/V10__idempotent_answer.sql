-- The first answer to a request that may come again.
create table idempotent_answer (
    subject  uuid   not null,
    key      text   not null,
    body     bytea  not null,       -- digest of the request
    answer   text,                  -- null only inside the transaction that makes it
    answered bigint not null,       -- milliseconds since 1970
    primary key (subject, key)
);

create index idempotent_answer_answered on idempotent_answer (answered);
