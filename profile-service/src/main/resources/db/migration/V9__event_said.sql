-- What else the sender said, context and traits among it: free, so never published. Without the identities, which are keys here.
alter table event add column said jsonb;
