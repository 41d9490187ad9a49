-- Since when an identity is known, after its last erasure. Of those that stand here already it is not known: before whatever comes.
alter table linked_identity add column first_seen_at timestamptz not null default '-infinity';
alter table linked_identity alter column first_seen_at drop default, alter column first_seen_at set statistics 0;
