-- When a value ends by itself; null: it does not.
alter table trait add column expires_at timestamptz;

create index trait_by_end on trait (expires_at) where expires_at is not null;

-- Each version of each question, with who decided it. Append-only; the latest is what is asked.
create table question (
    id         bigint      generated always as identity primary key,
    name       text        collate "C" not null, -- of the trait that an answer tells
    definition jsonb       not null,
    retired    boolean     not null,             -- asked no more
    decided_by text        not null,             -- subject of a member of staff
    decided_at timestamptz not null default clock_timestamp()
);

create index question_of_name on question (name, id);

create function refuse_change_of_question() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on question
    for each row execute function refuse_change_of_question();

create trigger never_emptied before truncate on question
    for each statement execute function refuse_change_of_question();

-- What somebody answered about somebody else: no fact about whoever said it, so no trait.
create table answer_about_other (
    identity_key text        collate "C" not null,
    name         text        collate "C" not null,
    value        jsonb       not null,
    purpose      text        not null,
    source       text        not null,
    at           timestamptz not null,
    expires_at   timestamptz not null,
    primary key (identity_key, name)
);

create index answer_about_other_by_end on answer_about_other (expires_at);

-- Whom not to ask again yet.
create table question_skip (
    identity_key text        collate "C" not null,
    name         text        collate "C" not null,
    at           timestamptz not null,
    until        timestamptz not null,
    primary key (identity_key, name)
);

create index question_skip_by_end on question_skip (until);
