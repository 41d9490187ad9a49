package io.tact.profile.acceptance;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.keeping.Answers.Missing;
import io.tact.profile.log.Batch.WaitingRow;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What waits unread, oldest first. */
@ApplicationScoped
class WaitingStore {
    static final int PAGE = 1_000;

    private static final String NEXT =
            "select id, awaits, missing from waiting_event where id > $1 order by id limit " + PAGE;
    private static final String FOR =
            "select id from waiting_event where awaits = any($1) order by id limit " + PAGE;
    private static final String WHOLE =
            "select id, source, sealed, received_at from waiting_event where id = $1";
    private static final String REPLACE =
            "update waiting_event set sealed = $2, awaits = $3, missing = $4 where id = $1";
    private static final String REMOVE = "delete from waiting_event where id = $1";
    private static final String FORGET =
            "delete from waiting_event where received_at < clock_timestamp() - $1::interval";
    private static final String FORGET_UNANSWERED = FORGET + " and missing = 'answer'";

    private final Pool pool;

    WaitingStore(Pool pool) {
        this.pool = pool;
    }

    /** The next page of all that wait. */
    Uni<List<Place>> after(long id) {
        return query(NEXT, Tuple.of(id), Place::of);
    }

    /** Those that wait for one of these, at most a page. */
    Uni<List<Long>> awaiting(Collection<IdentityKey> keys) {
        return query(
                FOR,
                Tuple.of(keys.stream().map(IdentityKey::value).toArray(String[]::new)),
                row -> row.getLong("id"));
    }

    /** Empty for what another has judged meanwhile. */
    Uni<Optional<Waiting>> whole(long id) {
        return query(WHOLE, Tuple.of(id), Waiting::of).map(found -> found.stream().findFirst());
    }

    Uni<Void> replace(long id, WaitingRow row) {
        return pool.preparedQuery(REPLACE)
                .execute(Tuple.of(id, row.sealed(), row.awaits(), row.missing()))
                .replaceWithVoid();
    }

    Uni<Void> remove(long id) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** How many were deleted unread. */
    Uni<Integer> forgetOlderThan(Duration age) {
        return delete(FORGET, age);
    }

    /** The same, only of those whose subject was to answer. */
    Uni<Integer> forgetUnanswered(Duration age) {
        return delete(FORGET_UNANSWERED, age);
    }

    private Uni<Integer> delete(String sql, Duration age) {
        return pool.preparedQuery(sql).execute(Tuple.of(interval(age))).map(RowSet::rowCount);
    }

    private static Interval interval(Duration age) {
        return Interval.of(0, 0, 0, 0, 0, Math.toIntExact(age.toSeconds()));
    }

    private <T> Uni<List<T>> query(String sql, Tuple parameters, Function<Row, T> mapping) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(mapping).toList());
    }

    /**
     * @param awaited empty for what can be tried at any time
     */
    record Place(long id, Optional<Awaited> awaited) {
        static Place of(Row row) {
            return new Place(row.getLong("id"), awaited(row.getString("awaits"), row));
        }

        private static Optional<Awaited> awaited(@Nullable String awaits, Row row) {
            return Optional.ofNullable(awaits)
                    .map(
                            key ->
                                    new Awaited(
                                            new IdentityKey(key),
                                            Missing.valueOf(
                                                    row.getString("missing")
                                                            .toUpperCase(Locale.ROOT))));
        }
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
