-- What was answered in a session without marketing goes with the session.
alter table idempotent_answer add column session boolean not null default false;

create index idempotent_answer_of_session on idempotent_answer (answered) where session;
