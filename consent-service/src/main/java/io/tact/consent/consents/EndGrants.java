package io.tact.consent.consents;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Lapsed;
import io.tact.consent.answer.Said;
import io.tact.consent.answer.Validity;
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
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration WHILE_STALE = Duration.ofMillis(100);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 64;

    /** Ten million identities in seventeen hours. */
    private static final int STRETCH = 10_000;

    private final Elected elected;
    private final GrantStore grants;
    private final GenuineStore states;
    private final RecordConsent recordConsent;
    private final CurrentValidity validity;
    private final InstantSource clock = InstantSource.system();

    EndGrants(
            AgroalDataSource database,
            GrantStore grants,
            GenuineStore states,
            RecordConsent recordConsent,
            CurrentValidity validity) {
        this.grants = grants;
        this.states = states;
        this.recordConsent = recordConsent;
        this.validity = validity;
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
        Instant next = clock.instant();
        Instant began = Instant.EPOCH;
        Instant ended = Instant.EPOCH;
        while (term.isRunning()) {
            Instant now = clock.instant();
            boolean stale = isWidenedSince(ended, now);
            if (stale || !now.isBefore(next)) {
                next = now.plus(EVERY);
                if (endNext(connection, now, STRETCH)) {
                    ended = began;
                    began = now;
                }
            }
            term.pause(stale ? WHILE_STALE : LOOK);
        }
    }

    /**
     * A notice asks for more than it did when the last whole round began: who was passed then may
     * have to be asked anew.
     */
    private boolean isWidenedSince(Instant wholeRound, Instant now) {
        return validity.get()
                .widened()
                .latest(now)
                .filter(since -> since.isAfter(now.minus(A_DAY)) && since.isAfter(wholeRound))
                .isPresent();
    }

    /**
     * The position moves behind them: what a crash leaves undone is done again.
     *
     * @return whether the round came to its end
     */
    boolean endNext(Connection connection, Instant now, int stretch) throws SQLException {
        String position = grants.position(connection);
        List<String> keys = grants.next(connection, position, stretch);
        end(states.said(connection, keys), now);
        boolean end = keys.size() < stretch;
        grants.move(connection, end ? "" : keys.get(keys.size() - 1));
        return end;
    }

    /** Many at once, so that they are committed together. */
    private void end(List<Said> said, Instant now) {
        Validity current = validity.get();
        Multi.createFrom()
                .iterable(said)
                .onItem()
                .transformToUni(one -> end(one, current.over(one.answers(), now)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> end(Said said, List<Lapsed> over) {
        Uni<Void> ended = Uni.createFrom().voidItem();
        for (Lapsed lapsed : over) {
            ended =
                    ended.chain(
                            () ->
                                    recordConsent
                                            .record(
                                                    List.of(said.key()),
                                                    lapsed,
                                                    Optional.empty(),
                                                    lapsed.reason().word())
                                            .replaceWithVoid());
        }
        return ended;
    }
}
