-- ANALYZE keeps samples of what a column holds (pg_statistic), where no erasure reaches them: of what is about persons it keeps none. Nothing
-- looks these columns up by what they hold. Of keys there may be samples: a key that was erased is kept for ever anyway, so that it stays erased.
do $$
declare
    sampled record;
begin
    for sampled in
        select * from (values
            ('event', 'message_id'),
            ('event', 'identities'),
            ('event', 'session_id'),
            ('event', 'order_id'),
            ('event', 'products'),
            ('event', 'properties'),
            ('event', 'said'),
            ('trait', 'value'),
            ('trait', 'message_id'),
            ('answer_about_other', 'value'),
            ('computed_part', 'taken'),
            ('dead_letter', 'redacted'),
            ('waiting_event', 'sealed')
        ) as personal (relation, attribute)
    loop
        execute format('alter table %I alter column %I set statistics 0', sampled.relation, sampled.attribute);
        perform pg_clear_attribute_stats(current_schema(), sampled.relation, sampled.attribute, false);
    end loop;
end
$$;
