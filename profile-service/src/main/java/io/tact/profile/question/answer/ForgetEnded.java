package io.tact.profile.question.answer;

import static java.time.ZoneOffset.UTC;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.schedule.Recurring;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what has ended. Nothing of it was read any more; this is so that it is gone, and so that
 * the topic follows.
 */
@ApplicationScoped
class ForgetEnded {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int AT_MOST = 1_000;

    private static final String TRAITS = "select forget_ended($1, $2) as forgotten";
    private static final String ASIDES = "delete from answer_about_other where expires_at <= $1";
    private static final String SKIPS = "delete from question_skip where until <= $1";

    private final Pool pool;
    private final ProfileRelay relay;
    private final InstantSource clock = InstantSource.system();
    private @Nullable Recurring recurring;

    ForgetEnded(Pool pool, ProfileRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("forget-ended", EVERY, () -> forget(clock.instant()));
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    Uni<Void> forget(Instant now) {
        Tuple moment = Tuple.of(now.atOffset(UTC));
        return pool.preparedQuery(TRAITS)
                .execute(Tuple.of(now.atOffset(UTC), AT_MOST))
                .invoke(
                        rows -> {
                            if (rows.iterator().next().getInteger("forgotten") > 0) {
                                relay.nudge();
                            }
                        })
                .chain(() -> pool.preparedQuery(ASIDES).execute(moment))
                .chain(() -> pool.preparedQuery(SKIPS).execute(moment))
                .replaceWithVoid();
    }
}
