package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PackedLog.Entry;
import io.tact.frequency.person.PersonLogStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks for a reservation in the rows of all identities that a request proves. */
@ApplicationScoped
class FindReservation {
    private final Pool database;
    private final PersonLogStore persons;
    private final ImpressionLabels labels;

    FindReservation(Pool database, PersonLogStore persons, ImpressionLabels labels) {
        this.database = database;
        this.persons = persons;
        this.labels = labels;
    }

    /**
     * @param reservation present where it stands in the log with its labels
     */
    record Found(Standing standing, Optional<PersonReservation> reservation) {
        PersonReservation required() {
            return reservation.orElseThrow();
        }
    }

    Uni<Found> find(Settlement settlement, long now) {
        return persons.homes(database, settlement.identities())
                .chain(homes -> among(homes, settlement, now));
    }

    /** The same, and nobody else settles it until the transaction ends. */
    Uni<Found> lock(SqlConnection transaction, Settlement settlement, long now) {
        return persons.lockHomes(transaction, settlement.identities())
                .chain(homes -> among(homes, settlement, now));
    }

    private Uni<Found> among(List<Home> homes, Settlement settlement, long now) {
        long impression = settlement.id().impression();
        for (Home home : homes) {
            Standing standing = Standing.of(home.log(), impression, now);
            if (standing != Standing.UNKNOWN) {
                Optional<Entry> entry = home.log().find(impression);
                return entry.isEmpty()
                        ? Uni.createFrom().item(new Found(standing, Optional.empty()))
                        : labels.of(entry.get().what())
                                .map(
                                        known ->
                                                new Found(
                                                        standing,
                                                        Optional.of(
                                                                new PersonReservation(
                                                                        home,
                                                                        entry.get(),
                                                                        known.labels(),
                                                                        known.rulebook()))));
            }
        }
        return Uni.createFrom().item(new Found(Standing.UNKNOWN, Optional.empty()));
    }
}
