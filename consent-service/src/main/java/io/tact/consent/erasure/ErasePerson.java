package io.tact.consent.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.erasure.Forgetting.Forgotten;
import io.tact.consent.erasure.Forgetting.NotInOrderYet;
import io.tact.consent.ledger.Continuity;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Forgets all identities of a person together. Counts from the commit on, in this database. */
@ApplicationScoped
class ErasePerson {
    /** Entries get their index with the next batch. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private static final int LOOKS = 50;

    private final Pool database;
    private final Continuity continuity;
    private final ErasureStore store;
    private final InstantSource clock = InstantSource.system();

    ErasePerson(Pool database, Continuity continuity, ErasureStore store) {
        this.database = database;
        this.continuity = continuity;
        this.store = store;
    }

    /**
     * @param keys all that are known to be this person
     * @param keepProofUntil where a claim is expected; empty: nothing is kept
     */
    Uni<Forgetting> erase(List<IdentityKey> keys, Optional<LocalDate> keepProofUntil) {
        return erase(keys, keepProofUntil, LOOKS);
    }

    private Uni<Forgetting> erase(
            List<IdentityKey> keys, Optional<LocalDate> keepProofUntil, int looks) {
        return database.withTransaction(connection -> attempt(connection, keys, keepProofUntil))
                .chain(
                        ended ->
                                ended instanceof NotInOrderYet && looks > 1
                                        ? Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(A_MOMENT)
                                                .chain(() -> erase(keys, keepProofUntil, looks - 1))
                                        : Uni.createFrom().item(ended));
    }

    private Uni<Forgetting> attempt(
            SqlConnection connection, List<IdentityKey> keys, Optional<LocalDate> keepProofUntil) {
        return continuity
                .demand(connection)
                .chain(() -> store.lock(connection, keys))
                .chain(
                        pseudonyms ->
                                store.anyWaits(connection, pseudonyms)
                                        .chain(
                                                waits ->
                                                        waits
                                                                ? Uni.createFrom()
                                                                        .item(new NotInOrderYet())
                                                                : forget(
                                                                        connection,
                                                                        keys,
                                                                        pseudonyms,
                                                                        keepProofUntil)));
    }

    private Uni<Forgetting> forget(
            SqlConnection connection,
            List<IdentityKey> keys,
            List<UUID> pseudonyms,
            Optional<LocalDate> keepProofUntil) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.indexes(connection, pseudonyms)
                .map(
                        indexes ->
                                new Erasure(
                                        UUID.randomUUID(),
                                        now,
                                        keepProofUntil,
                                        pseudonyms,
                                        indexes))
                .call(erasure -> keepProof(connection, erasure))
                .call(erasure -> store.forget(connection, keys, erasure))
                .map(Forgotten::new);
    }

    private Uni<Void> keepProof(SqlConnection connection, Erasure erasure) {
        return erasure.proofKeptUntil()
                .map(until -> store.keepProof(connection, erasure.pseudonyms(), until))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
