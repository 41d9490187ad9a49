-- Whether both also allow to be joined across devices, when it was last judged.
alter table edge add column across_devices boolean not null default false;
