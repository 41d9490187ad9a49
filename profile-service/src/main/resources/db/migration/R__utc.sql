-- As answers in JSON state times: ISO 8601 in UTC, to the microsecond.
create or replace function utc(moment timestamptz) returns text language sql stable as $$
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
