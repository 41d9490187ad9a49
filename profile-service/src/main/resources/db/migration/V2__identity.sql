-- Each identity that an accepted event or a request named, by its key: the value itself is kept nowhere.
create table identity (
    identity_key  text        collate "C" primary key,
    type          text        not null,
    pseudonym     text        not null,           -- its own, for ever: who it is when it is linked to nobody
    person        text        not null,           -- who it is now
    version       bigint      not null default 1, -- counts up with every change of the person
    first_seen_at timestamptz not null default clock_timestamp()
);

create index identity_of_person on identity (person);

-- Counts up with every change of what a person's view may show.
create table person (
    person  text   primary key,
    version bigint not null
);
