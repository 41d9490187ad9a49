package io.tact.frequency.settlement;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.person.PackedLog.Entry;
import io.tact.frequency.session.SessionLogStore;
import io.tact.frequency.session.SessionRow;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks for a reservation made without {@code marketing}: in the caller's session or nowhere. */
@ApplicationScoped
class FindInSession {
    private final SessionLogStore sessions;

    FindInSession(SessionLogStore sessions) {
        this.sessions = sessions;
    }

    /**
     * @param row present where the reservation stands or stood
     */
    record Found(Standing standing, long impression, Optional<SessionRow> row) {
        SessionRow required() {
            return row.orElseThrow();
        }

        Entry entry() {
            return required().log().find(impression).orElseThrow();
        }
    }

    Uni<Found> find(SqlClient database, Settlement settlement, long now) {
        return settlement.session().isPresent()
                ? sessions.find(database, settlement.session().get())
                        .map(row -> found(row, settlement, now))
                : Uni.createFrom().item(found(Optional.empty(), settlement, now));
    }

    /** The same, and nobody else settles it until the transaction ends. */
    Uni<Found> lock(SqlConnection transaction, Settlement settlement, long now) {
        return settlement.session().isPresent()
                ? sessions.lock(transaction, settlement.session().get())
                        .map(row -> found(row, settlement, now))
                : Uni.createFrom().item(found(Optional.empty(), settlement, now));
    }

    private static Found found(Optional<SessionRow> row, Settlement settlement, long now) {
        long impression = settlement.id().impression();
        Standing standing =
                row.map(one -> Standing.of(one.log(), impression, now)).orElse(Standing.UNKNOWN);
        return new Found(standing, impression, row);
    }
}
