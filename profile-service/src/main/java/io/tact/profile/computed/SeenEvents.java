package io.tact.profile.computed;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Events from the log, as far as definitions may see them. */
@ApplicationScoped
class SeenEvents {
    private static final String FIELDS =
            """
            select e.identity_key, e.at, e.message_id, e.purposes, e.type, e.name, e.source, e.products::text as products,
                e.properties::text as properties,
                (select jsonb_object_agg(i.item_id, jsonb_build_object(
                        'productType', i.product_type, 'category', i.category, 'sensitive', i.sensitive))
                 from known_item i where i.item_id in (select p ->> 'productId' from jsonb_array_elements(e.products) p)
                )::text as items
            from event e""";

    /** Nothing is concluded from what somebody did who objected, or had its use restricted. */
    private static final String MAY_BE_LOOKED_AT =
            """
            not exists (select from privacy_limit l where l.identity_key = e.identity_key and (l.restricted or l.objected))""";

    private static final String OF_DAYS =
            FIELDS
                    + """

                    join unnest($1::text[], $2::date[]) as due(identity_key, day)
                on e.identity_key = due.identity_key
                and e.at >= due.day at time zone 'UTC' and e.at < (due.day + 1) at time zone 'UTC'
                """
                    + "where "
                    + MAY_BE_LOOKED_AT;

    private static final String OF_IDENTITIES =
            FIELDS + " where e.identity_key = any($1) and " + MAY_BE_LOOKED_AT;

    private final Evidence evidence;
    private final Retention retention;
    private final InstantSource clock = InstantSource.system();

    SeenEvents(Evidence evidence, RetentionConfig config) {
        this.evidence = evidence;
        this.retention = config.retention();
    }

    Uni<List<SeenEvent>> of(SqlClient client, Collection<Due> due) {
        return query(
                client,
                OF_DAYS,
                Tuple.of(
                        due.stream().map(one -> one.identity().value()).toArray(String[]::new),
                        due.stream().map(Due::day).toArray(LocalDate[]::new)));
    }

    Uni<List<SeenEvent>> all(SqlClient client, Collection<String> identities) {
        return query(client, OF_IDENTITIES, Tuple.of(identities.toArray(String[]::new)));
    }

    private Uni<List<SeenEvent>> query(SqlClient client, String sql, Tuple parameters) {
        Instant now = clock.instant();
        return client.preparedQuery(sql)
                .execute(parameters)
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .flatMap(row -> seen(row, now).stream())
                                        .toList());
    }

    private Optional<SeenEvent> seen(Row row, Instant now) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", row.getString("name"));
        fields.put("type", row.getString("type"));
        fields.put("source", row.getString("source"));
        fields.put("at", at);
        fields.put("properties", Plain.of(new JsonObject(or(row, "properties", "{}"))));
        JsonArray products = new JsonArray(row.getString("products"));
        JsonObject items = new JsonObject(or(row, "items", "{}"));
        return evidence.of(fields, products, items)
                .map(
                        usable ->
                                new SeenEvent(
                                        new IdentityKey(row.getString("identity_key")),
                                        at,
                                        row.getString("message_id"),
                                        retention.left(
                                                Arrays.stream(row.getArrayOfStrings("purposes"))
                                                        .map(Purpose::new)
                                                        .toList(),
                                                at,
                                                now),
                                        usable));
    }

    private static String or(Row row, String column, String otherwise) {
        return Optional.ofNullable(row.getString(column)).orElse(otherwise);
    }

    /** Events of this identity on this day have to be looked at again. */
    record Due(IdentityKey identity, LocalDate day) {}
}
