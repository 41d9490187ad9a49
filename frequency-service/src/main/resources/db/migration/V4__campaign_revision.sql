-- The labels that a campaign gives its impressions. An impression holds the number, so it keeps the labels that it was made with.
create table campaign_revision (
    number   integer primary key generated always as identity (maxvalue 524287),
    campaign text    not null,
    labels   text    not null,      -- JSON, sorted
    unique (campaign, labels)
);
