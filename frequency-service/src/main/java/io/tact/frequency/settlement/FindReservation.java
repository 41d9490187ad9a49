package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.person.Home;
import io.tact.frequency.person.PackedLog.Entry;
import io.tact.frequency.person.PersonLogStore;
import io.tact.frequency.settlement.ImpressionLabels.Known;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks for a reservation in the rows of all identities that a request proves. */
@ApplicationScoped
class FindReservation {
    private final PersonLogStore persons;
    private final ImpressionLabels labels;
    private final Forgotten forgotten;

    FindReservation(PersonLogStore persons, ImpressionLabels labels, Forgotten forgotten) {
        this.persons = persons;
        this.labels = labels;
        this.forgotten = forgotten;
    }

    /**
     * @param homes of all identities that the request proves
     * @param reservation present where it stands in the log with its labels
     */
    record Found(Standing standing, List<Home> homes, Optional<PersonReservation> reservation) {
        PersonReservation required() {
            return reservation.orElseThrow();
        }
    }

    Uni<Found> find(SqlClient database, Settlement settlement, long now) {
        return persons.homes(database, settlement.identities())
                .chain(homes -> among(database, homes, settlement, now));
    }

    /** The same, and nobody else settles it until the transaction ends. */
    Uni<Found> lock(SqlConnection transaction, Settlement settlement, long now) {
        return persons.lockHomes(transaction, settlement.identities())
                .chain(homes -> among(transaction, homes, settlement, now));
    }

    private Uni<Found> among(
            SqlClient database, List<Home> homes, Settlement settlement, long now) {
        long impression = settlement.id().impression();
        for (Home home : homes) {
            Standing standing = Standing.of(home.log(), impression, now);
            Optional<Entry> entry = home.log().find(impression);
            if (standing != Standing.UNKNOWN && entry.isPresent()) {
                return labels.of(database, entry.get().what())
                        .map(known -> reservation(home, entry.get(), known))
                        .map(one -> new Found(standing, homes, Optional.of(one)));
            }
            if (standing != Standing.UNKNOWN) {
                return Uni.createFrom().item(new Found(standing, homes, Optional.empty()));
            }
        }
        Standing standing = wasErased(settlement) ? Standing.OVER : Standing.UNKNOWN;
        return Uni.createFrom().item(new Found(standing, homes, Optional.empty()));
    }

    /** Reserved before an erasure of who asks, or while it was on its way here. */
    private boolean wasErased(Settlement settlement) {
        Instant reserved =
                Instant.ofEpochMilli(
                        ImpressionId.millis(settlement.id().impression()) - Impression.EXPIRY);
        return settlement.caller().keys().stream().anyMatch(key -> forgotten.holds(key, reserved));
    }

    private static PersonReservation reservation(Home home, Entry entry, Known known) {
        return new PersonReservation(home, entry, known.labels(), known.rulebook());
    }
}
