-- What is kept of people without marketing, under "necessary": gone with the session.
create table session_log (
    key     uuid   primary key,     -- digest of the session's id
    started bigint not null,        -- first visit, milliseconds since 1970
    visited bigint not null,        -- last visit
    ids     bigint[],               -- as in person_log
    whats   bigint[],
    pending bigint[],
    gone    bigint[],
    stops   text[]                  -- labels that nobody wants to see again in this session
) with (fillfactor = 70);

create index session_log_visited on session_log (visited);
