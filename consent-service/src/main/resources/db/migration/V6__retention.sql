-- How far the round has come that ends what was granted too long ago.
create table retention_position (
    identity_key text not null,   -- '' at its beginning
    one          bool primary key default true check (one)
);

insert into retention_position (identity_key) values ('');
