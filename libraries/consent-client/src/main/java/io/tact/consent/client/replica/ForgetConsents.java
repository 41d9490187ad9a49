package io.tact.consent.client.replica;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.ForgetsPersons;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Nothing of before an erasure counts, even before consent-service says so itself. */
@ApplicationScoped
class ForgetConsents implements ForgetsPersons {
    private final ConsentReplica replica;

    ForgetConsents(ConsentReplica replica) {
        this.replica = replica;
    }

    @Override
    public void forget(List<Erasure> erasures) {
        for (Erasure erasure : erasures) {
            erasure.identities().forEach(key -> replica.forget(key, erasure.erasedAt()));
        }
    }
}
