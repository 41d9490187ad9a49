package io.tact.profile.linking;

import io.tact.profile.identity.Pair;
import io.tact.profile.identity.Rule;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was said about two identities.
 *
 * @param mergeable false for an alias whose other side is identified already
 */
record Sighting(
        Pair pair,
        Rule rule,
        @Nullable String source,
        @Nullable String eventId,
        OffsetDateTime at,
        @Nullable String requestId,
        boolean mergeable) {
    static Sighting of(Row row) {
        return new Sighting(
                EdgeRow.pair(row),
                Rule.ofWire(row.getString("rule")),
                row.getString("source"),
                row.getString("event_id"),
                row.getOffsetDateTime("at"),
                row.getString("request_id"),
                row.getBoolean("mergeable"));
    }
}
