package io.tact.consent.consents;

import io.tact.consent.answer.Change;
import io.tact.consent.client.identity.IdentityKey;
import java.util.List;

/**
 * A change that waits to be kept.
 *
 * @param keys of all whom it changes, at least one; it is kept for all of them or for none
 * @param requestId goes along to the topic
 */
record Unrecorded(List<IdentityKey> keys, Change change, String requestId) {
    Unrecorded {
        keys = keys.stream().distinct().toList();
    }
}
