package io.tact.frequency.conversion;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.settlement.RevokeReservations;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
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

    StopAdvertising(
            Pool database,
            PersonLogStore persons,
            CappedStore capped,
            RevokeReservations revoking) {
        this.database = database;
        this.persons = persons;
        this.capped = capped;
        this.revoking = revoking;
    }

    /**
     * @param everybody identity-keys, and the person where one is known
     */
    Uni<Void> stop(Collection<String> everybody, Collection<String> items) {
        List<Label> labels = items.stream().map(Label::product).toList();
        return database.withTransaction(
                transaction ->
                        persons.lockHomes(transaction, List.copyOf(everybody))
                                .map(StopAdvertising::distinct)
                                .chain(homes -> stop(transaction, homes, labels)));
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
