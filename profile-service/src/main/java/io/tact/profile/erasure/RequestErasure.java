package io.tact.profile.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.linking.EraseIdentities;
import io.tact.profile.linking.FindMine;
import io.tact.profile.publishing.ProfileRelay;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Forgets the caller. When this ends nothing of theirs is read here any more, and the request
 * survives whatever happens next.
 */
@ApplicationScoped
class RequestErasure {
    private final Pool pool;
    private final EraseIdentities erasing;
    private final ErasureStore store;
    private final EndErasures ending;
    private final ProfileRelay relay;

    RequestErasure(
            Pool pool,
            EraseIdentities erasing,
            ErasureStore store,
            EndErasures ending,
            ProfileRelay relay) {
        this.pool = pool;
        this.erasing = erasing;
        this.store = store;
        this.ending = ending;
        this.relay = relay;
    }

    /** Of its request; of the one that is under way where there is one. */
    Uni<UUID> erase(Caller caller) {
        return pool.withTransaction(
                        connection ->
                                EraseIdentities.lock(connection)
                                        .chain(() -> FindMine.of(connection, caller))
                                        .chain(keys -> eraseOnce(connection, keys)))
                .invoke(
                        request -> {
                            relay.nudge();
                            ending.nudge();
                        });
    }

    private Uni<UUID> eraseOnce(SqlConnection connection, List<IdentityKey> keys) {
        return store.underWay(connection, keys)
                .chain(
                        known ->
                                known.map(request -> Uni.createFrom().item(request))
                                        .orElseGet(() -> erase(connection, keys)));
    }

    private Uni<UUID> erase(SqlConnection connection, List<IdentityKey> keys) {
        UUID request = UUID.randomUUID();
        return store.begin(connection, request, keys)
                .chain(() -> erasing.erase(connection, keys))
                .chain(erased -> store.add(connection, request, erased))
                .replaceWith(request);
    }
}
