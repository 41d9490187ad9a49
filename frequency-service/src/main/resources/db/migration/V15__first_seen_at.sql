-- Since when profile-service knows the identity of which the redirect is said. One that was known when its identity was erased is of the life before.
alter table person_log add column first_seen_at timestamptz;

-- no samples of what is about persons, see V14
alter table person_log alter column first_seen_at set statistics 0;
