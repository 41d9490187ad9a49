-- An alias is weaker than an event that names both: it joins a side only while nobody else is identified there, whichever came first.
alter table edge add column by_alias      boolean not null default false, -- nothing but aliases confirms it
                 add column unless_key    text,                           -- the other side of the alias, as a user id
                 add column alias_of_user boolean not null default false; -- that user id is known: the alias says nothing

update edge set by_alias = true where confirmed_at is null;

create index edge_unless on edge (unless_key) where unless_key is not null and not alias_of_user;
