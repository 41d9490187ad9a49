package io.tact.frequency.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.clock.Recurring;
import io.tact.frequency.clock.StoreClock;
import io.tact.frequency.publication.FrequencyRelay;
import io.tact.frequency.reservation.Answers;
import io.tact.frequency.session.SessionLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Every ten seconds, on every replica: whoever comes second finds nothing left. */
@ApplicationScoped
class Sweep {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Pool database;
    private final StoreClock clock;
    private final SessionLogStore sessions;
    private final CappedStore capped;
    private final Answers answers;
    private final FrequencyRelay relay;
    private @Nullable Recurring sweeping;

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
        sweeping = Recurring.every(EVERY, "Nothing was swept for now", this::sweep);
    }

    void stop(@Observes ShutdownEvent event) {
        if (sweeping != null) {
            sweeping.stop();
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
                .invoke(relay::nudge);
    }
}
