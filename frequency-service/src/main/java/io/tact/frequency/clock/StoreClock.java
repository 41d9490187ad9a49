package io.tact.frequency.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What time it is for decisions: the database's, asked once a second. */
@ApplicationScoped
public class StoreClock {
    private static final Duration ASK_EVERY = Duration.ofMillis(1_001);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Pool database;
    private final FollowedClock clock = new FollowedClock();
    private @Nullable Recurring asking;

    StoreClock(Pool database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        asking = Recurring.every(ASK_EVERY, "The store's clock does not answer", this::ask);
    }

    void stop(@Observes ShutdownEvent event) {
        if (asking != null) {
            asking.stop();
        }
    }

    /** Milliseconds since 1970; empty while the store has never answered. */
    public OptionalLong now() {
        return clock.now(System.nanoTime());
    }

    private Uni<Void> ask() {
        long before = System.nanoTime();
        return database.preparedQuery(
                        "select (extract(epoch from clock_timestamp()) * 1000)::bigint")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(
                        rows -> {
                            long after = System.nanoTime();
                            clock.observe(
                                    rows.iterator().next().getLong(0),
                                    before + (after - before) / 2);
                        })
                .replaceWithVoid();
    }
}
