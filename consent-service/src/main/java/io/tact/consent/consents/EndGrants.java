package io.tact.consent.consents;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.answer.Lapsed;
import io.tact.consent.answer.Retention;
import io.tact.outbox.Elected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Records the end of each yes whose time is over, so that everybody who obeys learns of it. Goes
 * round all states, a stretch a minute: no date is stored that somebody could forge. What is over
 * counts no more before it is recorded, either.
 */
@ApplicationScoped
class EndGrants {
    private static final Logger LOG = Logger.getLogger(EndGrants.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Ten million identities in seventeen hours. */
    private static final int STRETCH = 10_000;

    private final Elected elected;
    private final GrantStore grants;
    private final RecordConsent recordConsent;
    private final Retention retention;
    private final InstantSource clock = InstantSource.system();

    EndGrants(
            AgroalDataSource database,
            GrantStore grants,
            RecordConsent recordConsent,
            RetentionConfig retention) {
        this.grants = grants;
        this.recordConsent = recordConsent;
        this.retention = retention.retention();
        this.elected =
                new Elected(
                        "retention",
                        database,
                        this::watch,
                        trouble ->
                                LOG.warnf(
                                        "The end of grants waits: cause=%s", trouble.getMessage()));
    }

    void start(@Observes StartupEvent event) {
        elected.start();
    }

    void stop(@Observes ShutdownEvent event) {
        elected.close();
    }

    private void watch(Connection connection, Elected term) throws SQLException {
        while (term.isRunning()) {
            endNext(connection, clock.instant(), STRETCH);
            term.pause(EVERY);
        }
    }

    /** The position moves behind them: what a crash leaves undone is done again. */
    void endNext(Connection connection, Instant now, int stretch) throws SQLException {
        String position = grants.position(connection);
        List<String> keys = grants.next(connection, position, stretch);
        for (ConsentState state : grants.states(connection, keys)) {
            retention.over(state.answers(), now).ifPresent(over -> end(state, over));
        }
        grants.move(connection, keys.size() < stretch ? "" : keys.get(keys.size() - 1));
    }

    private void end(ConsentState state, Lapsed over) {
        recordConsent
                .record(List.of(state.key()), over, Optional.empty(), "retention")
                .await()
                .atMost(PATIENCE);
    }
}
