package io.tact.frequency.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.frequency.reservation.Answers;
import io.tact.frequency.session.SessionLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every ten seconds, on every replica: whoever comes second finds nothing left. */
@ApplicationScoped
class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Pool database;
    private final StoreClock clock;
    private final SessionLogStore sessions;
    private final CappedStore capped;
    private final Answers answers;
    private final FrequencyRelay relay;
    private @Nullable Cancellable sweeping;

    Sweep(
            Pool database,
            StoreClock clock,
            SessionLogStore sessions,
            CappedStore capped,
            Answers answers,
            FrequencyRelay relay) {
        this.database = database;
        this.clock = clock;
        this.sessions = sessions;
        this.capped = capped;
        this.answers = answers;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        sweeping =
                Multi.createFrom()
                        .ticks()
                        .every(EVERY)
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> sweep())
                        .subscribe()
                        .with(done -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (sweeping != null) {
            sweeping.cancel();
        }
    }

    Uni<Void> sweep() {
        if (clock.now().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long now = clock.now().getAsLong();
        return sessions.sweep(database, now)
                .chain(() -> answers.sweep(database, now))
                .chain(() -> capped.sweep(database, now))
                .invoke(relay::nudge)
                .onFailure()
                .invoke(
                        trouble ->
                                LOG.debugf(
                                        "Nothing was swept for now: cause=%s",
                                        trouble.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
