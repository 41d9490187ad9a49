-- What identities do not want, whatever they have granted: only of those who ever said so.
create table privacy_limit (
    identity_key text        collate "C" primary key,
    restricted   boolean     not null, -- kept, and used for nothing optional (Art. 18 GDPR)
    objected     boolean     not null, -- nothing is concluded of it (Art. 21 GDPR)
    version      bigint      not null,
    at           timestamptz not null  -- of the latest change
);
