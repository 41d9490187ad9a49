-- An alias is weaker than an event that names both: it joins a side only while nobody else is identified there, whichever came first.
alter table edge add column by_alias   boolean not null default false, -- nothing but aliases confirms it
                 add column unless_key text;                           -- the other side of the alias, as a user id

update edge set by_alias = true where confirmed_at is null;
