package io.tact.profile.export;

import java.util.List;

/**
 * What the person provided, and what was observed of them (WP 242 rev.01 of the Article 29 Working
 * Party): nothing that was concluded, and nothing about how this service works.
 */
final class PortabilitySections {
    static final List<Section> ALL =
            List.of(
                    new Section(
                            "values",
                            "trait",
                            """
                            select json_build_object('name', name, 'class', class, 'value', value, 'source', source,
                                'at', utc(at), 'expiresAt', utc(expires_at))
                            from trait where identity_key = any($1) and class <> 'inferred'
                            order by name, at, identity_key, class"""),
                    new Section(
                            "answersAboutSomebodyElse",
                            "answer_about_other",
                            """
                            select json_build_object('question', name, 'value', value, 'at', utc(at))
                            from answer_about_other where identity_key = any($1) order by name, identity_key"""),
                    new Section(
                            "events",
                            "event",
                            """
                            select json_build_object('type', type, 'name', name, 'at', utc(at), 'source', source,
                                'sessionId', session_id, 'orderId', order_id, 'products', products,
                                'properties', properties, 'said', said)
                            from event where identity_key = any($1) order by identity_key, at desc, event_id"""));

    private PortabilitySections() {}
}
