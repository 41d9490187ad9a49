-- The time of the earliest event that a part was made of: from that event's end on it is not used, until it is made again.
alter table computed_part add column since timestamptz;
update computed_part set since = day at time zone 'UTC';
alter table computed_part alter column since set not null;
