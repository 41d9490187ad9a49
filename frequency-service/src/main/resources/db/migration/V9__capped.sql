-- Nothing of this label for this person until then. What frequency.capped.v1 says of a key is its row here.
-- bought and not-interested decide; cap only spares others the asking, the log itself decides.
create table capped (
    person  uuid   not null,        -- key of person_log
    label   text   not null,
    name    text   not null,        -- the person in whose name it is published
    reason  text   not null check (reason in ('cap', 'bought', 'not-interested')),
    rule    text   not null,
    until   bigint,                 -- milliseconds since 1970; null: for ever
    primary key (person, label)
);

create index capped_published on capped ((name || '/' || label));
create index capped_until on capped (until) where until is not null;
