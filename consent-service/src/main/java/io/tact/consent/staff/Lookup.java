package io.tact.consent.staff;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of the staff looked somebody up.
 *
 * @param staff who looked
 * @param whom empty once that one is erased
 */
record Lookup(Instant at, IdentityKey staff, Optional<IdentityKey> whom, String reason) {}
