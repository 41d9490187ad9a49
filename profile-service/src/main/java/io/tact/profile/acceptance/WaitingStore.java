package io.tact.profile.acceptance;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** What waits unread, oldest first. */
@ApplicationScoped
class WaitingStore {
    private static final String NEXT =
            "select id, source, sealed, received_at from waiting_event where id > $1 order by id limit 100";
    private static final String REPLACE = "update waiting_event set sealed = $2 where id = $1";
    private static final String REMOVE = "delete from waiting_event where id = $1";
    private static final String FORGET = "delete from waiting_event where received_at < $1";

    private final Pool pool;

    WaitingStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Waiting>> after(long id) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(id))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(Waiting::of)
                                        .toList());
    }

    Uni<Void> replace(long id, String sealed) {
        return pool.preparedQuery(REPLACE).execute(Tuple.of(id, sealed)).replaceWithVoid();
    }

    Uni<Void> remove(long id) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** How many were deleted unread. */
    Uni<Integer> forgetBefore(Instant time) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(OffsetDateTime.ofInstant(time, ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    record Waiting(long id, String source, String sealed, Instant receivedAt) {
        static Waiting of(Row row) {
            return new Waiting(
                    row.getLong("id"),
                    row.getString("source"),
                    row.getString("sealed"),
                    row.getOffsetDateTime("received_at").toInstant());
        }
    }
}
