package io.tact.profile.deadletter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.profile.schedule.Recurring;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Dead letters are kept for a week. */
@ApplicationScoped
public class ForgetDeadLetters {
    public static final Period KEPT_FOR = Period.ofDays(7);

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final String FORGET =
            "delete from dead_letter where received_at < clock_timestamp() - interval '"
                    + KEPT_FOR
                    + "'";

    private final Pool pool;
    private @Nullable Recurring recurring;

    ForgetDeadLetters(Pool pool) {
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("forget-dead-letters", EVERY, this::forget);
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    Uni<Void> forget() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }
}
