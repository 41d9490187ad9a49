-- What was done about requests to forget somebody; names nobody. A database put back from a backup lacks the rows, and forgets again.
create table erasure_applied (
    request     uuid        primary key,
    erased_at   timestamptz not null,
    deleted     json,                                            -- rows by table; null only inside the transaction that deletes
    deleted_at  timestamptz not null default clock_timestamp(),  -- the rows; the topics follow
    answered_at timestamptz                                      -- null until the receipt is written: the topics are not done
);
