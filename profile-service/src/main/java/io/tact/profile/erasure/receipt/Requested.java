package io.tact.profile.erasure.receipt;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An erasure, and how far it is.
 *
 * @param erasedAt until when whatever was recorded goes; empty as long as that is not known
 * @param receipts by service
 */
public record Requested(
        UUID request,
        Instant requestedAt,
        Optional<Instant> erasedAt,
        Map<String, String> receipts) {

    /** Of those who have to answer. */
    public Set<String> missing(Set<String> services) {
        var missing = new TreeSet<>(services);
        missing.removeAll(receipts.keySet());
        return missing;
    }
}
