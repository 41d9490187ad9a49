-- A tombstone removes nothing before its segment is closed, and Kafka closes a segment only when something is appended to it
-- (segment.ms is looked at then): in a partition where nothing happens it would wait for ever. So each one is written twice, the second
-- time when the segment of the first is due.
create table if not exists tombstone_due (
    topic  text        not null,
    key    text        not null,
    due_at timestamptz not null,
    primary key (topic, key)
);

create index if not exists tombstone_due_by_time on tombstone_due (due_at);

-- As of the outbox: no samples of what is about persons.
alter table tombstone_due alter column key set statistics 0;
select pg_clear_attribute_stats(current_schema(), 'tombstone_due', 'key', false);

-- Has these keys of a topic forgotten. Of a compacted topic whose current rows are looked up they have to be gone by the end of the transaction.
create or replace function tombstone(forgotten_topic text, keys text[]) returns void language sql volatile as $$
    insert into outbox (topic, key, type)
    select forgotten_topic, key, 'io.tact.' || forgotten_topic from unnest(keys) as key;

    insert into tombstone_due (topic, key, due_at)
    select distinct forgotten_topic, key, clock_timestamp() + interval '11 minutes' from unnest(keys) as key
    on conflict (topic, key) do update set due_at = excluded.due_at;
$$;

-- What is due goes out again. Keys of logs are never used twice, and of a compacted topic what is current goes out.
create or replace function tombstone_again(at_most int) returns int language sql volatile as $$
    with due as (
        delete from tombstone_due where (topic, key) in (
            select topic, key from tombstone_due where due_at <= clock_timestamp() order by due_at limit at_most for update skip locked)
        returning topic, key
    ), again as (
        insert into outbox (topic, key, type) select topic, key, 'io.tact.' || topic from due returning 1
    )
    select count(*)::int from again;
$$;
