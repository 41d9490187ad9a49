create table item (
    number integer primary key generated always as identity,
    name   text    not null unique
);
