package io.tact.profile.erasure;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.ForgetsPersons;
import io.tact.profile.linking.EraseIdentities;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Forgets again whom a database does not know to be forgotten: after a backup from before was
 * restored they have come back, and nobody asked for that.
 */
@ApplicationScoped
class ForgetRestored implements ForgetsPersons {
    private static final Logger LOG = Logger.getLogger(ForgetRestored.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pool pool;
    private final ErasureStore store;
    private final EndErasures ending;

    ForgetRestored(Pool pool, ErasureStore store, EndErasures ending) {
        this.pool = pool;
        this.store = store;
        this.ending = ending;
    }

    @Override
    public void forget(List<Erasure> erasures) {
        store.unknown(pool, erasures)
                .chain(
                        unknown ->
                                Multi.createFrom()
                                        .iterable(unknown)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::forget)
                                        .collect()
                                        .last()
                                        .invoke(() -> report(unknown.size())))
                .await()
                .atMost(PATIENCE);
    }

    private static void report(int unknown) {
        if (unknown > 0) {
            LOG.warnf("Persons were forgotten again after a restore: erasures=%d", unknown);
        }
    }

    private Uni<Void> forget(Erasure erasure) {
        return pool.withTransaction(
                connection ->
                        EraseIdentities.lock(connection).chain(() -> forget(connection, erasure)));
    }

    private Uni<Void> forget(SqlConnection connection, Erasure erasure) {
        return store.begin(connection, erasure.request(), erasure.identities())
                .chain(
                        () ->
                                ending.end(
                                        connection,
                                        erasure.request(),
                                        Optional.of(erasure.erasedAt().atOffset(ZoneOffset.UTC))));
    }
}
