package io.tact.frequency.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;

/** What this service has under way in the database, on all its replicas. */
@ApplicationScoped
class InFlight {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final String NOW = "select clock_timestamp()";

    /** Statements and transactions alike; the same name is given to all connections of its pool. */
    private static final String BEGUN_BEFORE =
            """
            select exists (
                select from pg_stat_activity
                where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                  and application_name = current_setting('application_name') and xact_start <= $1)""";

    private final Pool database;

    InFlight(Pool database) {
        this.database = database;
    }

    /** Waits until everything is over that had begun before this call. */
    void waitUntilOver() {
        now().chain(this::over).await().indefinitely();
    }

    private Uni<OffsetDateTime> now() {
        return database.preparedQuery(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0));
    }

    private Uni<Void> over(OffsetDateTime before) {
        return database.preparedQuery(BEGUN_BEFORE)
                .execute(Tuple.of(before))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(
                        underWay ->
                                underWay
                                        ? Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(LOOK_AGAIN)
                                                .chain(() -> over(before))
                                        : Uni.createFrom().voidItem());
    }
}
