create table placement (
    number integer primary key generated always as identity (maxvalue 4095),
    name   text    not null unique
);
