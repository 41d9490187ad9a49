package io.tact.profile.limit;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** What may be used to serve a caller, by this moment's limits: the table's, not the topic's. */
@ApplicationScoped
public class CurrentLimits {
    private final LimitStore store;
    private final Limits limits;
    private final Consents consents;

    CurrentLimits(LimitStore store, Limits limits, Consents consents) {
        this.store = store;
        this.limits = limits;
        this.consents = consents;
    }

    public Uni<Permissions> permissions(Caller caller) {
        return seen(caller.keys()).chain(() -> consents.permissions(caller));
    }

    /** Whether anything may be concluded about these, or from what they did. */
    public Uni<Boolean> allowConclusions(Collection<IdentityKey> keys) {
        return seen(keys).map(seen -> keys.stream().allMatch(consents::allowConclusions));
    }

    /** Whoever limits the use of their data on one replica is obeyed by the next one. */
    private Uni<Void> seen(Collection<IdentityKey> keys) {
        return store.of(keys)
                .invoke(all -> all.forEach(one -> limits.apply(one.key(), one.limit())))
                .replaceWithVoid();
    }
}
