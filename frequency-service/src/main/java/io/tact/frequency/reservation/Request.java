package io.tact.frequency.reservation;

import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Visitor;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.rulebook.Asked;
import java.util.List;
import java.util.Optional;

/**
 * Somebody asks for a slot.
 *
 * @param idempotencyKey the same key and request get the same answer for 24 hours
 * @param requestId goes with what is published
 */
record Request(
        Caller caller,
        String placement,
        List<Asked> asked,
        Optional<String> idempotencyKey,
        String requestId) {

    /** The identity-keys that the caller proves; the first is the one that is counted. */
    List<String> identities() {
        return caller.keys().stream().map(IdentityKey::value).toList();
    }

    /** What tells the caller's session apart, where there is one. */
    Optional<String> session() {
        return caller.visitor().map(Visitor::session);
    }
}
