-- How sure an edge is: io.tact.profile.identity.Certainty. An alias of somebody who is known as a user is only a claim.
create or replace function certainty(confirmed_at timestamptz, by_alias boolean, unless_key text) returns text language sql stable as $$
    select case
        when confirmed_at is null then 'claimed'
        when not by_alias then 'confirmed'
        when exists (select from identity where identity_key = unless_key) then 'claimed'
        else 'aliased'
    end
$$;
