package io.tact.profile.linking;

import io.tact.profile.identity.Pair;
import io.tact.profile.identity.Rule;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was said about two identities.
 *
 * @param unlessKey of an alias its other side as a user id, which must not be known
 * @param crowded what stands beside the user id has many users already
 */
record Sighting(
        Pair pair,
        Rule rule,
        @Nullable String source,
        @Nullable String eventId,
        OffsetDateTime at,
        @Nullable String requestId,
        @Nullable String unlessKey,
        boolean crowded) {
    static Sighting of(Row row) {
        return new Sighting(
                EdgeRow.pair(row),
                Rule.ofWire(row.getString("rule")),
                row.getString("source"),
                row.getString("event_id"),
                row.getOffsetDateTime("at"),
                row.getString("request_id"),
                row.getString("unless_key"),
                row.getBoolean("crowded"));
    }
}
