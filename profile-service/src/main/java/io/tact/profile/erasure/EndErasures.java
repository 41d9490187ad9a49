package io.tact.profile.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.tact.consent.client.erasure.SignReceipts;
import io.tact.profile.erasure.ErasureStore.Ended;
import io.tact.profile.linking.EraseIdentities;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.schedule.Recurring;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deletes once more when whatever was under way at the request has ended, tells the other services,
 * and signs for this one. On every replica: whoever comes second finds nothing left.
 */
@ApplicationScoped
class EndErasures {
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Pool pool;
    private final ErasureStore store;
    private final EraseIdentities erasing;
    private final SignReceipts receipts;
    private final ProfileRelay relay;
    private @Nullable Recurring recurring;

    EndErasures(
            Pool pool,
            ErasureStore store,
            EraseIdentities erasing,
            SignReceipts receipts,
            ProfileRelay relay) {
        this.pool = pool;
        this.store = store;
        this.erasing = erasing;
        this.receipts = receipts;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        recurring = Recurring.start("end-erasures", EVERY, this::endAll);
    }

    void stop(@Observes ShutdownEvent event) {
        if (recurring != null) {
            recurring.close();
        }
    }

    /** There is news. */
    void nudge() {
        if (recurring != null) {
            recurring.nudge();
        }
    }

    private Uni<Void> endAll() {
        return store.endable(pool)
                .chain(
                        requests ->
                                Multi.createFrom()
                                        .iterable(requests)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::end)
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> end(UUID request) {
        return pool.withTransaction(
                        connection ->
                                EraseIdentities.lock(connection)
                                        .chain(() -> store.lock(connection, request))
                                        .chain(
                                                mine ->
                                                        mine
                                                                ? end(
                                                                        connection,
                                                                        request,
                                                                        Optional.empty())
                                                                : Uni.createFrom().voidItem()))
                .invoke(relay::nudge);
    }

    /**
     * Under the lock of the graph and of the request.
     *
     * @param at what the others were told; empty if they were not told yet
     */
    Uni<Void> end(SqlConnection connection, UUID request, Optional<OffsetDateTime> at) {
        return store.keys(connection, request)
                .chain(
                        keys ->
                                erasing.erase(connection, keys)
                                        .chain(erased -> store.add(connection, request, erased))
                                        .chain(() -> store.end(connection, request, keys, at)))
                .chain(ended -> store.announce(connection, ended, at.isPresent(), receipt(ended)));
    }

    private String receipt(Ended ended) {
        List<Deleted> deleted = new ArrayList<>();
        ended.deleted()
                .forEach(
                        table ->
                                deleted.add(
                                        new Deleted(
                                                "postgres",
                                                table.getKey(),
                                                ((Number) table.getValue()).longValue())));
        deleted.add(new Deleted("kafka", "profile.event.v1", ended.deleted().getLong("event", 0L)));
        deleted.add(
                new Deleted("kafka", "profile.identity.v1", ended.erasure().identities().size()));
        deleted.add(
                new Deleted(
                        "kafka", "privacy.limit.v1", ended.deleted().getLong("privacy_limit", 0L)));
        deleted.add(new Deleted("kafka", "profile.view.v1", ended.erasure().persons().size()));
        return receipts.sign(ended.erasure(), deleted);
    }
}
