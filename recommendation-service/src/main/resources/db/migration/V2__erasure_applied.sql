-- Which requests of privacy.erasure.v1 were answered. A database from before lacks the row, and so forgets again.
create table erasure_applied (
    request     uuid        primary key,
    erased_at   timestamptz not null,
    answered_at timestamptz not null default clock_timestamp()
);
