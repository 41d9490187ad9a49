package io.tact.consent.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Receipt.Deleted;
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
    private static final Uni<Void> NOTHING_ELSE = Uni.createFrom().voidItem();

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
        return erase(
                new Wish(
                        keys,
                        Optional.empty(),
                        keepProofUntil,
                        (connection, deleted) -> NOTHING_ELSE),
                LOOKS);
    }

    /**
     * Keeps nothing.
     *
     * @param erasedAt whoever was seen since is linked as somebody new, and stays so
     * @param ending belongs to the same transaction
     */
    Uni<Forgetting> erase(List<IdentityKey> keys, Instant erasedAt, Ending ending) {
        return erase(new Wish(keys, Optional.of(erasedAt), Optional.empty(), ending), LOOKS);
    }

    private Uni<Forgetting> erase(Wish wish, int looks) {
        return database.withTransaction(connection -> attempt(connection, wish))
                .chain(
                        ended ->
                                ended instanceof NotInOrderYet && looks > 1
                                        ? Uni.createFrom()
                                                .voidItem()
                                                .onItem()
                                                .delayIt()
                                                .by(A_MOMENT)
                                                .chain(() -> erase(wish, looks - 1))
                                        : Uni.createFrom().item(ended));
    }

    private Uni<Forgetting> attempt(SqlConnection connection, Wish wish) {
        return continuity
                .demand(connection)
                .chain(() -> store.lock(connection, wish.keys()))
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
                                                                        wish,
                                                                        pseudonyms)));
    }

    private Uni<Forgetting> forget(SqlConnection connection, Wish wish, List<UUID> pseudonyms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.indexes(connection, pseudonyms)
                .map(
                        indexes ->
                                new Erasure(
                                        UUID.randomUUID(),
                                        now,
                                        wish.keepProofUntil(),
                                        pseudonyms,
                                        indexes))
                .call(erasure -> keepProof(connection, erasure))
                .call(
                        erasure ->
                                store.forget(connection, wish.keys(), wish.linkedUntil(), erasure)
                                        .chain(deleted -> wish.ending().end(connection, deleted)))
                .map(Forgotten::new);
    }

    private Uni<Void> keepProof(SqlConnection connection, Erasure erasure) {
        return erasure.proofKeptUntil()
                .map(until -> store.keepProof(connection, erasure.pseudonyms(), until))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** What else belongs to an erasure. */
    @FunctionalInterface
    interface Ending {
        Uni<Void> end(SqlConnection connection, List<Deleted> deleted);
    }

    private record Wish(
            List<IdentityKey> keys,
            Optional<Instant> linkedUntil,
            Optional<LocalDate> keepProofUntil,
            Ending ending) {}
}
