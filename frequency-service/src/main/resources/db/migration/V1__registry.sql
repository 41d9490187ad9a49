-- One number for all campaigns and policies together: raised in the transaction of each change, compared by each decision.
create table registry (
    only_one boolean primary key default true check (only_one),
    version  bigint  not null
);

insert into registry (version) values (1);
