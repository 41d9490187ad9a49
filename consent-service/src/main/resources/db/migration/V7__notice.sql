-- The texts that people are shown, for ever.
create table notice (
    seq           bigint      generated always as identity,
    id            text        not null,
    version       text        not null,
    sources       jsonb       not null,   -- {"marketing":["browsing"]}
    widens        text[]      not null,   -- as its author says
    wider         text[]      not null,   -- for these, what was granted before in_force_from counts no more
    registered_at timestamptz not null default clock_timestamp(),
    in_force_from timestamptz not null,
    primary key (id, version)
);

create table notice_text (
    sha256    bytea primary key,          -- of the text's bytes in UTF-8; entries name it
    notice_id text  not null,
    version   text  not null,
    language  text  not null,
    text      text  not null,
    unique (notice_id, version, language),
    foreign key (notice_id, version) references notice (id, version)
);

create trigger append_only before update or delete on notice
    for each row execute function refuse_change();

create trigger never_emptied before truncate on notice
    for each statement execute function refuse_change();

create trigger append_only before update or delete on notice_text
    for each row execute function refuse_change();

create trigger never_emptied before truncate on notice_text
    for each statement execute function refuse_change();
