-- ANALYZE keeps samples of what a column holds (pg_statistic), where no erasure reaches them: of what is about persons it keeps none.
alter table outbox
    alter column key set statistics 0,
    alter column payload set statistics 0,
    alter column request_id set statistics 0;

select pg_clear_attribute_stats(current_schema(), 'outbox', personal.attribute, false)
from (values ('key'), ('payload'), ('request_id')) as personal (attribute);
