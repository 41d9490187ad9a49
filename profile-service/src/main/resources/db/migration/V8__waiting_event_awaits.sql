-- Whom a waiting message is for, so that the answer finds it: by identity-key, which is no more than the ledger publishes of anybody.
alter table waiting_event add column awaits text collate "C", -- null: can be tried at any time
                          add column missing text;            -- answer, lease

create index waiting_event_awaiting on waiting_event (awaits);
