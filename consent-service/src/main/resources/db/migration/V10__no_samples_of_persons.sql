-- ANALYZE keeps samples of what a column holds (pg_statistic), where no erasure reaches them: of these columns it keeps none.
-- They are looked up by equality through an index, or read whole: neither needs samples.
do $$
declare
    sampled record;
begin
    for sampled in
        select * from (values
            ('consent_state', 'identity_key'),
            ('person_key', 'wrapped'),
            ('kept_key', 'identity_key'),
            ('kept_key', 'wrapped'),
            ('idempotent_answer', 'identity_keys'),
            ('idempotent_answer', 'key'),
            ('idempotent_answer', 'body_hash'),
            ('idempotent_answer', 'versions'),
            ('linked_identity', 'identity_key'),
            ('no_waiting', 'identity_key'),
            ('retention_position', 'identity_key'),
            ('lookup', 'staff'),
            ('lookup', 'identity_key'),
            ('lookup', 'reason')
        ) as personal (relation, attribute)
    loop
        execute format('alter table %I alter column %I set statistics 0', sampled.relation, sampled.attribute);
        perform pg_clear_attribute_stats(current_schema(), sampled.relation, sampled.attribute, false);
    end loop;
end
$$;
