-- Finds what has ended: of all that serves the same purposes the oldest.
create index event_by_purposes on event (purposes, at);
create index trait_by_purposes on trait (purposes, at);
