package io.tact.profile.publishing;

import io.tact.outbox.CurrentRows;

/** What the compacted topics say of their keys now. */
final class CurrentProfiles {
    /** Who an identity is. */
    static final CurrentRows IDENTITIES =
            CurrentRows.query(
                    """
                    select identity_key, json_build_object('person', person, 'version', version, 'type', type)::text
                    from identity where identity_key = any(?)""");

    /**
     * What is known of a person, but for what names them, what is protected, what has ended and
     * what is no short plain value. A person of whom nothing is known has no view.
     */
    static final CurrentRows VIEWS =
            CurrentRows.query(
                    """
                    select p.person, json_build_object(
                        'version', p.version,
                        'identities', (select json_agg(identity_key order by identity_key) from identity where person = p.person),
                        'traits', json_object_agg(n.name, n.known order by n.name))::text
                    from person p join (
                        select i.person, t.name, json_agg(
                            json_strip_nulls(json_build_object(
                                'value', t.value, 'class', t.class, 'identityKey', t.identity_key, 'purposes', t.purposes,
                                'source', t.source, 'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                                'until', to_char(t.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
                            order by array_position('{told,declared,observed,inferred}', t.class),
                                t.at desc, t.message_id desc, t.identity_key) as known
                        from identity i join trait t using (identity_key)
                        where i.person = any(?) and not t.personal
                            and jsonb_typeof(t.value) in ('string', 'number', 'boolean') and length(t.value::text) <= 200
                            and (t.expires_at is null or t.expires_at > clock_timestamp())
                            and not exists (select from unnest(t.purposes) as purpose where purpose like 'sensitive:%')
                        group by i.person, t.name) n using (person)
                    group by p.person, p.version""");

    private CurrentProfiles() {}
}
