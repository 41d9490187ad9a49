package io.tact.frequency.conversion;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.cap.Label;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.settlement.RevokeReservations;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ends the advertising of items for everybody whom an order may be of, for ever. Under the locks of
 * their rows: a decision comes before, and is revoked, or after, and finds the stop.
 */
@ApplicationScoped
class StopAdvertising {
    private static final String REASON = "bought";

    private final Pool database;
    private final PersonLogStore persons;
    private final CappedStore capped;
    private final RevokeReservations revoking;
    private final Forgotten forgotten;

    StopAdvertising(
            Pool database,
            PersonLogStore persons,
            CappedStore capped,
            RevokeReservations revoking,
            Forgotten forgotten) {
        this.database = database;
        this.persons = persons;
        this.capped = capped;
        this.revoking = revoking;
        this.forgotten = forgotten;
    }

    /**
     * @param everybody identity-keys, and the person where one is known
     * @param receivedAt whoever was erased since then is left out
     */
    Uni<Void> stop(Collection<String> everybody, Instant receivedAt, Collection<String> items) {
        List<Label> labels = items.stream().map(Label::product).toList();
        List<String> known =
                everybody.stream().filter(name -> !isForgotten(name, receivedAt)).toList();
        return known.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.withTransaction(
                        transaction -> stop(transaction, known, receivedAt, labels));
    }

    /** Asked again under the locks: an erasure may have come while they were waited for. */
    private Uni<Void> stop(
            SqlConnection transaction, List<String> known, Instant receivedAt, List<Label> labels) {
        return persons.lockHomes(transaction, known)
                .map(
                        homes ->
                                homes.stream()
                                        .filter(home -> !isForgotten(home.identity(), receivedAt))
                                        .toList())
                .map(StopAdvertising::distinct)
                .chain(homes -> stop(transaction, homes, labels));
    }

    private boolean isForgotten(String name, Instant receivedAt) {
        return forgotten.isNobody(name)
                || IdentityKey.isOne(name) && forgotten.holds(new IdentityKey(name), receivedAt);
    }

    private Uni<Void> stop(SqlConnection transaction, List<Home> homes, List<Label> labels) {
        return capped.stop(
                        transaction,
                        homes.stream().map(Home::key).toList(),
                        homes.stream().map(Home::person).toList(),
                        labels,
                        REASON,
                        null)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(homes)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                home -> revoking.revoke(transaction, home, labels))
                                        .collect()
                                        .last());
    }

    private static List<Home> distinct(List<Home> homes) {
        Map<Object, Home> byKey =
                homes.stream()
                        .collect(Collectors.toMap(Home::key, home -> home, (one, same) -> one));
        return List.copyOf(byKey.values());
    }
}
