package io.tact.profile.export;

import java.util.List;

/**
 * All that is held, a field for each column under the column's name. Keys that are not the person's
 * own are left out: of the other side of a link they see the type alone.
 */
final class AccessSections {
    static final List<Section> ALL =
            List.of(
                    new Section(
                            "identities",
                            "identity",
                            """
                            select json_build_object('identityKey', identity_key, 'type', type, 'pseudonym', pseudonym,
                                'person', person, 'version', version, 'firstSeenAt', utc(first_seen_at))
                            from identity where identity_key = any($1) order by type, identity_key"""),
                    new Section(
                            "links",
                            "edge",
                            """
                            select json_build_object(
                                'leftKey', case when left_key = any($1) then left_key end, 'leftType', left_type,
                                'rightKey', case when right_key = any($1) then right_key end, 'rightType', right_type,
                                'state', certainty(confirmed_at, by_alias, unless_key),
                                'joined', (select count(distinct i.person) = 1 from identity i
                                           where i.identity_key in (left_key, right_key)),
                                'claimedAt', utc(claimed_at), 'confirmedAt', utc(confirmed_at), 'byAlias', by_alias,
                                'unlessKey', case when unless_key = any($1) then unless_key end,
                                'permitted', permitted, 'acrossDevices', across_devices, 'judgedAt', utc(judged_at),
                                'leftConsent', case when left_key = any($1) then left_consent end,
                                'rightConsent', case when right_key = any($1) then right_consent end,
                                'evidence', (
                                    select coalesce(json_agg(json_build_object('rule', v.rule, 'source', v.source,
                                        'eventId', v.event_id, 'at', utc(v.at)) order by v.at, v.rule), '[]')
                                    from edge_evidence v where (v.left_key, v.right_key) = (e.left_key, e.right_key)))
                            from edge e where left_key = any($1) or right_key = any($1) order by left_key, right_key"""),
                    new Section(
                            "waitingLinks",
                            "sighting",
                            """
                            select json_build_object('id', id,
                                'leftKey', case when left_key = any($1) then left_key end, 'leftType', left_type,
                                'rightKey', case when right_key = any($1) then right_key end, 'rightType', right_type,
                                'rule', rule, 'unlessKey', case when unless_key = any($1) then unless_key end,
                                'source', source, 'eventId', event_id, 'at', utc(at), 'requestId', request_id)
                            from sighting where left_key = any($1) or right_key = any($1) order by id"""),
                    new Section(
                            "values",
                            "trait",
                            """
                            select json_build_object('identityKey', identity_key, 'name', name, 'class', class, 'value', value,
                                'personal', personal, 'purposes', purposes, 'source', source,
                                'provider', $2::text::jsonb ->> source, 'eventId', event_id, 'messageId', message_id,
                                'at', utc(at), 'expiresAt', utc(expires_at))
                            from trait where identity_key = any($1) order by name, identity_key, class"""),
                    new Section(
                            "aboutSomebodyElse",
                            "answer_about_other",
                            """
                            select json_build_object('identityKey', identity_key, 'name', name, 'value', value,
                                'purpose', purpose, 'source', source, 'at', utc(at), 'expiresAt', utc(expires_at))
                            from answer_about_other where identity_key = any($1) order by name, identity_key"""),
                    new Section(
                            "skipped",
                            "question_skip",
                            """
                            select json_build_object('identityKey', identity_key, 'name', name, 'at', utc(at),
                                'until', utc(until))
                            from question_skip where identity_key = any($1) order by name, identity_key"""),
                    new Section(
                            "events",
                            "event",
                            """
                            select json_build_object('day', day, 'eventId', event_id, 'source', source,
                                'sourceKind', source_kind, 'ground', ground, 'messageId', message_id, 'type', type,
                                'name', name, 'identityKey', identity_key,
                                'identities', array(select one from unnest(identities) one where one = any($1)),
                                'otherIdentities', (select count(*) from unnest(identities) one where one <> all($1)),
                                'person', person, 'purposes', purposes, 'at', utc(at), 'timestamp', utc("timestamp"),
                                'originalTimestamp', utc(original_timestamp), 'sentAt', utc(sent_at),
                                'receivedAt', utc(received_at), 'sessionId', session_id, 'orderId', order_id,
                                'products', products, 'properties', properties, 'said', said)
                            from event where identity_key = any($1) order by identity_key, at desc, event_id"""),
                    new Section(
                            "waitingEvents",
                            "waiting_event",
                            """
                            select json_build_object('identityKey', awaits, 'receivedAt', utc(received_at))
                            from waiting_event where awaits = any($1) order by id"""),
                    new Section(
                            "computedParts",
                            "computed_part",
                            """
                            select json_build_object('identityKey', p.identity_key, 'definition', p.definition,
                                'name', d.name, 'part', p.part, 'day', p.day, 'taken', p.taken, 'since', utc(p.since))
                            from computed_part p left join definition d on d.id = p.definition
                            where p.identity_key = any($1) order by p.identity_key, p.definition, p.part, p.day"""),
                    new Section(
                            "computedDue",
                            "computed_due",
                            """
                            select json_build_object('id', id, 'identityKey', identity_key, 'day', day)
                            from computed_due where identity_key = any($1) order by id"""),
                    new Section(
                            "limits",
                            "privacy_limit",
                            """
                            select json_build_object('identityKey', identity_key, 'restricted', restricted,
                                'objected', objected, 'version', version, 'at', utc(at))
                            from privacy_limit where identity_key = any($1) order by identity_key"""),
                    new Section(
                            "reads",
                            "profile_read",
                            """
                            select json_build_object('identityKey', identity_key, 'hour', utc(hour), 'client', client,
                                'purpose', purpose, 'firstAt', utc(first_at), 'lastAt', utc(last_at), 'reads', reads,
                                'shown', shown, 'withheld', withheld)
                            from profile_read where identity_key = any($1)
                            order by hour, client, purpose, identity_key"""),
                    new Section(
                            "lookups",
                            "staff_lookup",
                            """
                            select json_build_object('id', id, 'identityKey', identity_key, 'at', utc(at), 'reason', reason)
                            from staff_lookup where identity_key = any($1) order by id"""));

    private AccessSections() {}
}
