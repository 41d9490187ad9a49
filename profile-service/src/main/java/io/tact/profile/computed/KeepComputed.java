package io.tact.profile.computed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.profile.schedule.Recurring;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what definitions take of events up with the log: each turn takes what is due, then a slice
 * of the history for a new definition. One at a time in the whole installation, so that nothing
 * older is written over something newer.
 */
@ApplicationScoped
public class KeepComputed {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('computed', 0)) as mine";

    private final Pool pool;
    private final DefinitionStore definitions;
    private final TakeDue due;
    private final Backfill backfill;
    private @Nullable Recurring recurring;

    KeepComputed(Pool pool, DefinitionStore definitions, TakeDue due, Backfill backfill) {
        this.pool = pool;
        this.definitions = definitions;
        this.due = due;
        this.backfill = backfill;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("keep-computed", EVERY, this::keep);
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    /** There is something to do. */
    public void nudge() {
        if (recurring != null) {
            recurring.nudge();
        }
    }

    Uni<Void> keep() {
        return turn().chain(more -> more ? keep() : Uni.createFrom().voidItem());
    }

    /** Whether there is more. */
    private Uni<Boolean> turn() {
        return pool.withTransaction(
                connection ->
                        connection
                                .query(LOCK)
                                .execute()
                                .map(rows -> rows.iterator().next().getBoolean("mine"))
                                .chain(
                                        mine ->
                                                mine
                                                        ? work(connection)
                                                        : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> work(SqlClient client) {
        return definitions.live(client).chain(live -> work(client, live));
    }

    private Uni<Boolean> work(SqlClient client, List<LiveDefinition> live) {
        return due.take(client, live)
                .chain(
                        taken ->
                                backfill.advance(client, live)
                                        .chain(
                                                advanced ->
                                                        backfill.clean(client)
                                                                .map(
                                                                        cleaned ->
                                                                                taken || advanced
                                                                                        || cleaned)));
    }
}
