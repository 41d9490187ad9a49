-- An erasure is answered once, however often it is read and by however many replicas. Each service has a table erasure_applied (request,
-- erased_at, answered_at) of its own; a database put back from a backup lacks the row, and so forgets again.

-- Whether nobody has claimed it before. Waits for a replica that is just doing so.
create or replace function claim_erasure(claimed uuid, erased timestamptz) returns boolean language plpgsql as $$
begin
    insert into erasure_applied (request, erased_at) values (claimed, erased) on conflict do nothing;
    return found;
end
$$;

-- What this service has signed about it: in the transaction that ends the deletion.
create or replace function send_receipt(answered uuid, receipt json) returns void language sql volatile as $$
    insert into outbox (topic, key, type, payload)
    values ('privacy.receipt.v1', answered::text, 'io.tact.privacy.receipt.v1', receipt)
$$;
