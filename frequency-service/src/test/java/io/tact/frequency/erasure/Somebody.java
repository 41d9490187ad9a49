package io.tact.frequency.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person of a test.
 *
 * @param customers under which names they come
 * @param keys their identity-keys, in the same order
 * @param persons all pseudonyms that were ever theirs
 */
record Somebody(List<String> customers, List<IdentityKey> keys, List<String> persons) {
    Erasure erasure(Instant erasedAt) {
        return new Erasure(UUID.randomUUID(), erasedAt, Set.copyOf(keys), Set.copyOf(persons));
    }

    Traces traces() {
        return Traces.of(erasure(Instant.EPOCH));
    }
}
