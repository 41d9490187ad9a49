package io.tact.frequency.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.ForgetsPersons;
import io.tact.frequency.publication.FrequencyRelay;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Forgets whom erasures name, many of them with one look into the topics. */
@ApplicationScoped
class ForgetHere implements ForgetsPersons {
    private static final Logger LOG = Logger.getLogger(ForgetHere.class);

    private final Pool database;
    private final AppliedStore applied;
    private final DeleteRows deleting;
    private final InFlight inFlight;
    private final FindPublished finding;
    private final AnswerErasure answering;
    private final FrequencyRelay relay;

    ForgetHere(
            Pool database,
            AppliedStore applied,
            DeleteRows deleting,
            InFlight inFlight,
            FindPublished finding,
            AnswerErasure answering,
            FrequencyRelay relay) {
        this.database = database;
        this.applied = applied;
        this.deleting = deleting;
        this.inFlight = inFlight;
        this.finding = finding;
        this.answering = answering;
        this.relay = relay;
    }

    @Override
    public void forget(List<Erasure> erasures) {
        List<Erasure> open = applied.open(database, erasures).await().indefinitely();
        if (open.isEmpty()) {
            return;
        }
        open.forEach(erasure -> deleting.delete(erasure).await().indefinitely());
        inFlight.waitUntilOver();
        Published published = finding.of(open.stream().map(Traces::of).toList());
        open.forEach(erasure -> answering.answer(erasure, published).await().indefinitely());
        relay.nudge();
        LOG.infof("Somebody was forgotten: erasures=%d", open.size());
    }
}
