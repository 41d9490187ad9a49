package io.tact.profile.retention;

import static java.time.ZoneOffset.UTC;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.schedule.Recurring;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes from events and values the purposes whose period is over, and deletes what serves none any
 * more. Nothing of it was used any more; this is so that it is gone, and so that the topics and
 * what was inferred follow. On every replica: whoever comes second finds nothing.
 */
@ApplicationScoped
class ForgetUnkept {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int AT_MOST = 1_000;

    private static final String EVENTS =
            "select forget_unkept_events($1::text::jsonb, $2, $3) as changed";
    private static final String TRAITS =
            "select forget_unkept_traits($1::text::jsonb, $2, $3) as changed";

    private final Pool pool;
    private final ProfileRelay relay;
    private final Retention retention;
    private final InstantSource clock = InstantSource.system();
    private @Nullable Recurring recurring;

    @Inject
    ForgetUnkept(Pool pool, ProfileRelay relay, RetentionConfig config) {
        this(pool, relay, config.retention());
    }

    ForgetUnkept(Pool pool, ProfileRelay relay, Retention retention) {
        this.pool = pool;
        this.relay = relay;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("forget-unkept", EVERY, () -> forget(clock.instant()));
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    Uni<Void> forget(Instant now) {
        return all(EVENTS, now).chain(() -> all(TRAITS, now));
    }

    /** A batch is a transaction. */
    private Uni<Void> all(String sweep, Instant now) {
        return pool.preparedQuery(sweep)
                .execute(Tuple.of(retention.json(), now.atOffset(UTC), AT_MOST))
                .map(rows -> rows.iterator().next().getInteger("changed"))
                .chain(
                        changed -> {
                            if (changed == 0) {
                                return Uni.createFrom().voidItem();
                            }
                            relay.nudge();
                            return all(sweep, now);
                        });
    }
}
