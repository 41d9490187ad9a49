package io.tact.profile.limit;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.limit.Limits;
import io.tact.profile.limit.LimitStore.Limited;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

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
        return seen(store.of(caller.keys())).chain(() -> consents.permissions(caller));
    }

    /**
     * The same without waiting for an answer that is still on its way.
     *
     * @param client whose connection is used
     */
    public Uni<Permissions> permissionsNow(SqlClient client, Caller caller) {
        return seen(store.of(client, caller.keys())).map(seen -> consents.permissionsNow(caller));
    }

    /** Whether anything may be concluded about these, or from what they did. */
    public Uni<Boolean> allowConclusions(Collection<IdentityKey> keys) {
        return seen(store.of(keys)).map(seen -> keys.stream().allMatch(consents::allowConclusions));
    }

    /** Whoever limits the use of their data on one replica is obeyed by the next one. */
    private Uni<List<Limited>> seen(Uni<List<Limited>> current) {
        return current.invoke(all -> all.forEach(one -> limits.apply(one.key(), one.limit())));
    }
}
