-- The edges that decide who some identities are, and of these pairs.
--
-- From a browser along confirmed edges, but never through a user id; then, as a user id has only so many browsers, to the newest of
-- the user ids that were met, and on from there. Of the user ids around one browser two are enough to know that it is shared.
--
-- A function, because the reactive client keeps no statement prepared that is longer than 2,048 characters: this one was parsed and planned at each
-- read, for ten times as long as it takes. The planner expects millions of rows from the recursion, and clears that much memory before it begins.
create or replace function edges_around(around text[], lefts text[], rights text[])
    returns table (
        left_key text, left_type text, right_key text, right_type text, certainty text, permitted boolean, across_devices boolean,
        since timestamptz)
    language sql stable set plan_cache_mode = force_generic_plan set work_mem = '64kB'
as $$
    with recursive near(key) as (
        select identity_key from identity where identity_key = any(around) and type <> 'user_id'
        union
        select beside.key from near, lateral (
            select right_key as key from edge
            where left_key = near.key and right_type <> 'user_id' and confirmed_at is not null
            union all
            select left_key from edge
            where right_key = near.key and left_type <> 'user_id' and confirmed_at is not null
        ) beside
    ), met(key) as (
        select identity_key from identity where identity_key = any(around) and type = 'user_id'
        union
        select users.key from near, lateral (
            select key from (
                select right_key as key, by_alias from edge
                where left_key = near.key and right_type = 'user_id' and confirmed_at is not null
                union all
                select left_key, by_alias from edge
                where right_key = near.key and left_type = 'user_id' and confirmed_at is not null
            ) all_users order by by_alias, key limit 2
        ) users
    ), cluster(key) as (
        (
            select key from near
            union
            select beside.key from met, lateral (
                select * from (
                    select right_key as key, confirmed_at from edge
                    where left_key = met.key and right_type <> 'user_id' and confirmed_at is not null
                    union all
                    select left_key, confirmed_at from edge
                    where right_key = met.key and left_type <> 'user_id' and confirmed_at is not null
                ) all_beside order by confirmed_at desc, key limit 200
            ) beside
        )
        union
        select beside.key from cluster, lateral (
            select right_key as key from edge
            where left_key = cluster.key and right_type <> 'user_id' and confirmed_at is not null
            union all
            select left_key from edge
            where right_key = cluster.key and left_type <> 'user_id' and confirmed_at is not null
        ) beside
    )
    select left_key, left_type, right_key, right_type, certainty(confirmed_at, by_alias, unless_key) as certainty,
        permitted, across_devices, confirmed_at as since
    from cluster, lateral (
        (select * from edge where left_key = cluster.key and right_type <> 'user_id' and confirmed_at is not null)
        union all
        (select * from (
            select * from edge where left_key = cluster.key and right_type = 'user_id' and confirmed_at is not null
            union all
            select * from edge where right_key = cluster.key and left_type = 'user_id' and confirmed_at is not null
        ) users order by by_alias, left_key, right_key limit 2)
    ) edges
    union
    select e.left_key, e.left_type, e.right_key, e.right_type, certainty(e.confirmed_at, e.by_alias, e.unless_key),
        e.permitted, e.across_devices, e.confirmed_at
    from unnest(lefts, rights) p(left_key, right_key) join edge e using (left_key, right_key)
    where e.confirmed_at is not null
$$;

-- Whether there is any edge of these at all. The planner takes a sequential scan for short, as it expects to find one soon.
create or replace function have_edges(keys text[]) returns boolean language sql stable
    set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
    select exists (select from edge where left_key = any(keys)) or exists (select from edge where right_key = any(keys))
$$;
