-- Which identities are one person, as profile-service says; read again from its topic at every start.
create table linked_identity (
    identity_key text   primary key,
    person       text   not null,
    version      bigint not null
);

create index on linked_identity (person);

-- Who said no, or was linked, and waits for noes to be extended.
create table no_waiting (
    id           bigint generated always as identity primary key,
    identity_key text   not null
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
