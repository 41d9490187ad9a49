-- The first candidate (from 1) that nothing holds back over one log; null if none. CapDecision says the same in Java.
--   stopped            candidates that a stop holds back
--   ids … pending      the log, see person_log
--   beside_*           impressions of the session that stand in session_log: they count for session rules alone
--   mark               of the session
--   check_*            one row for each candidate, cap and value: entries whose (what & mask) = value belong to the cap's label;
--                      a cap that several values belong to has several rows
create function first_allowed(
    candidates integer, stopped integer[],
    ids bigint[], whats bigint[], sessions bigint[], pending bigint[],
    beside_ids bigint[], beside_whats bigint[], beside_pending bigint[],
    mark bigint, now bigint,
    check_candidate integer[], check_cap integer[], check_limit integer[], check_after bigint[], check_session boolean[],
    check_mask bigint[], check_value bigint[]
) returns integer
language sql stable
begin atomic
    select min(candidate)
    from generate_series(1, candidates) candidate
    where candidate <> all (stopped)
      and candidate not in (
        select c.candidate
        from unnest(check_candidate, check_cap, check_limit, check_after, check_session, check_mask, check_value)
                 as c (candidate, cap, "limit", after, in_session, mask, value)
        left join (
            select id, what, coalesce(session, 0) as session, false as fleeting
            from unnest(ids, whats, sessions) as own (id, what, session)
            where id <> all (coalesce(pending, '{}')) or id >> 21 > now - 60000
            union all
            select id, what, mark, true
            from unnest(beside_ids, beside_whats) as beside (id, what)
            where id <> all (coalesce(beside_pending, '{}')) or id >> 21 > now - 60000
        ) impression
        on (impression.what & c.mask) = c.value
           and case when c.in_session then impression.session = first_allowed.mark
                    else not impression.fleeting and impression.id >> 21 > c.after end
        group by c.candidate, c.cap, c."limit"
        having count(impression.id) >= c."limit");
end;
