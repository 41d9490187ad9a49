-- ANALYZE keeps samples of what a column holds (pg_statistic), where no erasure reaches them: of these columns it keeps none.
-- They are looked up by equality through an index, or read with their row: neither needs samples. capped.person keeps its own: without them a decision reads all of capped.
do $$
declare
    sampled record;
begin
    for sampled in
        select * from (values
            ('person_log', 'key'),
            ('person_log', 'moved_to'),
            ('person_log', 'moved_name'),
            ('person_log', 'ids'),
            ('person_log', 'whats'),
            ('person_log', 'sessions'),
            ('person_log', 'pending'),
            ('person_log', 'gone'),
            ('session_log', 'key'),
            ('session_log', 'ids'),
            ('session_log', 'whats'),
            ('session_log', 'pending'),
            ('session_log', 'gone'),
            ('session_log', 'stops'),
            ('capped', 'name'),
            ('idempotent_answer', 'subject'),
            ('idempotent_answer', 'key'),
            ('idempotent_answer', 'body'),
            ('idempotent_answer', 'answer')
        ) as personal (relation, attribute)
    loop
        execute format('alter table %I alter column %I set statistics 0', sampled.relation, sampled.attribute);
        perform pg_clear_attribute_stats(current_schema(), sampled.relation, sampled.attribute, false);
    end loop;

    -- its expression holds a name
    alter index capped_published alter column 1 set statistics 0;
    perform pg_clear_attribute_stats(current_schema(), 'capped_published', 'expr', false);
end
$$;
