package io.tact.consent.linked;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.answer.Spread;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.GenuineStore;
import io.tact.consent.consents.RecordConsent;
import io.tact.consent.linked.LinkStore.Waiting;
import io.tact.outbox.Elected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Extends each no to whoever is linked. Who said no waits in a table that the entry's own
 * transaction wrote to, and is taken out behind the extension: what a crash leaves undone is done
 * again, and changes nothing where it was done.
 */
@ApplicationScoped
class SpreadNoes {
    private static final Logger LOG = Logger.getLogger(SpreadNoes.class);
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 1_000;

    private final Elected elected;
    private final LinkStore links;
    private final GenuineStore states;
    private final RecordConsent recordConsent;

    SpreadNoes(
            AgroalDataSource database,
            LinkStore links,
            GenuineStore states,
            RecordConsent recordConsent) {
        this.links = links;
        this.states = states;
        this.recordConsent = recordConsent;
        this.elected =
                new Elected(
                        "linked",
                        database,
                        this::watch,
                        trouble ->
                                LOG.warnf("Extending noes waits: cause=%s", trouble.getMessage()));
    }

    void start(@Observes StartupEvent event) {
        elected.start();
    }

    void stop(@Observes ShutdownEvent event) {
        elected.close();
    }

    private void watch(Connection connection, Elected term) throws SQLException {
        while (term.isRunning()) {
            Waiting waiting = links.waiting(connection, AT_ONCE);
            for (Set<String> person : waiting.people()) {
                spread(connection, person);
            }
            if (!waiting.ids().isEmpty()) {
                links.done(connection, waiting);
            }
            if (waiting.ids().size() < AT_ONCE) {
                term.pause(EVERY);
            }
        }
    }

    private void spread(Connection connection, Set<String> person) throws SQLException {
        List<IdentityKey> keys = person.stream().map(IdentityKey::new).toList();
        for (Spread spread : Spread.among(keys, states.said(connection, person))) {
            recordConsent
                    .record(List.of(spread.to()), spread.change(), Optional.empty(), "linked")
                    .await()
                    .atMost(PATIENCE);
        }
    }
}
