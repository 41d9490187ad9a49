-- One row a person: everything a decision counts, so that the row's lock is the only one it needs.
create table person_log (
    key           uuid    primary key,         -- digest of the person, or of an identity-key that has none
    moved_to      uuid,                        -- this identity's impressions stand in that row
    moved_name    text,                        -- the person in whose name they are published
    moved_version bigint,                      -- of the record of profile.identity.v1 that said so
    generation    integer not null default 0,  -- raised when an identity leaves the row: decisions under way that found it before start again
    ids           bigint[],                    -- milliseconds since 1970 << 21 | random
    whats         bigint[],                    -- beside ids: campaign revision << 44 | placement << 32 | item
    sessions      bigint[],                    -- beside ids: milliseconds of the session's start << 21 | tag; null while no rule asks for sessions
    pending       bigint[],                    -- those of ids that are not confirmed; they count for 60 s
    gone          bigint[]                     -- lately released, revoked or expired
) with (fillfactor = 70);

create index person_log_moved_to on person_log (moved_to) where moved_to is not null;
