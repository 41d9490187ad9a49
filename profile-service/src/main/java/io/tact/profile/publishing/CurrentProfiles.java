package io.tact.profile.publishing;

import io.tact.outbox.CurrentRows;
import io.tact.profile.keeping.Retention;

/** What the compacted topics say of their keys now. */
final class CurrentProfiles {
    /** Who an identity is. */
    static final CurrentRows IDENTITIES =
            CurrentRows.query(
                    """
                    select identity_key, json_build_object('person', person, 'version', version, 'type', type,
                        'firstSeenAt', to_char(first_seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
                    from identity where identity_key = any(?)""");

    /** What an identity does not want. */
    static final CurrentRows LIMITS =
            CurrentRows.query(
                    """
                    select identity_key, json_build_object('version', version, 'restricted', restricted, 'objected', objected,
                        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
                    from privacy_limit where identity_key = any(?)""");

    /**
     * A value ends where the first of its purposes does, and is published again without that. With
     * an offset, what is left is worked out once a value and not where it is named.
     */
    private static final String VIEWS =
            """
            select p.person, json_build_object(
                'version', p.version,
                'identities', (select json_agg(identity_key order by identity_key) from identity where person = p.person),
                'traits', json_object_agg(n.name, n.known order by n.name))::text
            from person p join (
                select i.person, t.name, json_agg(
                    json_strip_nulls(json_build_object(
                        'value', t.value, 'class', t.class, 'identityKey', t.identity_key, 'purposes', left_now.purposes,
                        'source', t.source, 'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                        'until', to_char(least(t.expires_at, first_end(left_now.purposes, t.at, periods.kept)) at time zone 'UTC',
                            'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
                    order by array_position('{told,declared,observed,inferred}', t.class),
                        t.at desc, t.message_id desc, t.identity_key) as known
                from identity i join trait t using (identity_key)
                cross join (select '%s'::jsonb as kept, clock_timestamp() as moment) periods
                cross join lateral (select purposes_left(t.purposes, t.at, periods.kept, periods.moment) as purposes offset 0) left_now
                where i.person = any(?) and not t.personal
                    and jsonb_typeof(t.value) in ('string', 'number', 'boolean') and length(t.value::text) <= 200
                    and (t.expires_at is null or t.expires_at > periods.moment)
                    and left_now.purposes <> '{}'
                    and not exists (select from privacy_limit l where l.identity_key = t.identity_key and l.restricted)
                    and not exists (select from unnest(t.purposes) as purpose where purpose like 'sensitive:%%')
                group by i.person, t.name) n using (person)
            group by p.person, p.version""";

    private CurrentProfiles() {}

    /**
     * What is known of a person, but for what names them, what is protected, what has ended, what
     * may not be used and what is no short plain value. A person of whom nothing is known has no
     * view.
     */
    static CurrentRows views(Retention retention) {
        return CurrentRows.query(VIEWS.formatted(retention.json()));
    }
}
