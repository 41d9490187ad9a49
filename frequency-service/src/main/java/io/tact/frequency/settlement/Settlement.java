package io.tact.frequency.settlement;

import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Visitor;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.reservation.ReservationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who settles which reservation.
 *
 * @param requestId goes with what is published
 */
record Settlement(Caller caller, ReservationId id, String requestId) {
    List<String> identities() {
        return caller.keys().stream().map(IdentityKey::value).toList();
    }

    /** The row of the caller's session. */
    Optional<UUID> session() {
        return caller.visitor().map(Visitor::session).map(RowKey::ofSession);
    }

    boolean isPersonal() {
        return id.log() == ReservationId.Log.PERSON;
    }
}
