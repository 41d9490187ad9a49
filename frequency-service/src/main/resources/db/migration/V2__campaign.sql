create table campaign (
    id         text   primary key,
    version    bigint not null,
    definition text   not null      -- JSON, as the API takes it
);
