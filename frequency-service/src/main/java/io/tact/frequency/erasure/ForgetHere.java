package io.tact.frequency.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.ForgetsPersons;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Forgets whom erasures name: their rows at once, and what was published of them soon. From the
 * first on nothing comes back, whatever is read.
 */
@ApplicationScoped
class ForgetHere implements ForgetsPersons {
    private final Pool database;
    private final InFlight inFlight;
    private final AppliedStore applied;
    private final DeleteRows deleting;
    private final TakeBack takingBack;

    ForgetHere(
            Pool database,
            InFlight inFlight,
            AppliedStore applied,
            DeleteRows deleting,
            TakeBack takingBack) {
        this.database = database;
        this.inFlight = inFlight;
        this.applied = applied;
        this.deleting = deleting;
        this.takingBack = takingBack;
    }

    @Override
    public void forget(List<Erasure> erasures) {
        List<Erasure> open = open(erasures);
        if (!open.isEmpty()) {
            open.forEach(erasure -> deleting.delete(erasure).await().indefinitely());
            takingBack.soon(open);
        }
    }

    /** What another replica has done may be undone by a record that is being read here. */
    private List<Erasure> open(List<Erasure> erasures) {
        List<Erasure> open = applied.open(database, erasures).await().indefinitely();
        if (open.size() == erasures.size()) {
            return open;
        }
        inFlight.waitUntilOver();
        return applied.open(database, erasures).await().indefinitely();
    }
}
