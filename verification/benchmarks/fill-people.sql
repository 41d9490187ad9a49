-- The people from :first to :last of a fill, as profile-service would have written them: one browser each that looked at a page and at two products
-- within the last month. Some of them are those who will read (table reader, at each :step of them), so that these lie among the others.
create temp table fresh on commit drop as
select n, coalesce(r.identity_key, translate(rtrim(encode(sha256((':run' || n)::bytea), 'base64'), '='), '+/', '-_')) as identity_key,
    translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_') as pseudonym,
    clock_timestamp() - random() * interval '29 days' as at
from generate_series(:first, :last) n
    left join reader r on n % :step = 0 and r.position = n / :step;

insert into identity (identity_key, type, pseudonym, person, first_seen_at)
select identity_key, 'anonymous_id', pseudonym, pseudonym, at from fresh
on conflict do nothing;

insert into person (person, version) select pseudonym, 1 from fresh on conflict do nothing;

insert into trait (identity_key, name, class, value, personal, purposes, source, event_id, message_id, at)
select identity_key, t.name, 'observed', t.value, false, '{experience,functionality,marketing,measurement}', 'storefront-browser',
    left(encode(sha256((':run' || n || 'e0')::bytea), 'hex'), 22), 'fill-' || n || '-0', at
from fresh, lateral (values
    ('favourite_kind', to_jsonb((array['tent', 'coat', 'gloves', 'lamp', 'stove'])[1 + n % 5])),
    ('newsletter', 'true'::jsonb),
    ('visits', to_jsonb(n % 40))) t (name, value)
on conflict do nothing;

insert into event (
    day, event_id, source, source_kind, ground, message_id, type, name, identity_key, identities, person, purposes, at,
    "timestamp", received_at, session_id, products, properties, said)
select at::date, left(encode(sha256((':run' || n || 'e' || e)::bytea), 'hex'), 22), 'storefront-browser', 'browser', 'consent',
    'fill-' || n || '-' || e, case e when 0 then 'page' else 'track' end, case e when 0 then 'page' else 'Product Viewed' end,
    identity_key, array[identity_key], pseudonym, '{experience,functionality,marketing,measurement}', at, at, at,
    left(encode(sha256((':run' || n)::bytea), 'hex'), 22),
    case e when 0 then '[]' else jsonb_build_array(jsonb_build_object('productId', 'load-' || (n * e) % 4000, 'quantity', 1, 'price', n % 200)) end,
    jsonb_build_object('product_id', 'load-' || (n * e) % 4000, 'sku', 'SKU-' || n % 4000, 'category', 'tent', 'name', 'Product ' || n % 4000,
        'brand', 'Acme', 'price', n % 200, 'quantity', 1, 'currency', 'EUR'),
    jsonb_build_object('context', jsonb_build_object('locale', 'en-GB', 'library', jsonb_build_object('name', 'analytics.js', 'version', '1.84.3'),
        'userAgent', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
        'page', jsonb_build_object('url', 'https://shop.example/products/' || n % 4000, 'title', 'Product ' || n % 4000)))
from fresh, generate_series(0, 2) e
on conflict do nothing;
