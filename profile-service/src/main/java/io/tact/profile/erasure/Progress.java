package io.tact.profile.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tact.profile.erasure.receipt.Requested;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far an erasure is.
 *
 * @param erasedAt what was recorded until then goes; absent for a moment after the request
 * @param status {@code under-way}, or {@code complete} when all have answered
 */
@Schema(name = "ErasureProgress")
@JsonInclude(Include.NON_NULL)
record Progress(
        UUID request,
        Instant requestedAt,
        @Nullable Instant erasedAt,
        String status,
        Collection<String> answered,
        Collection<String> missing,
        List<Signed> receipts) {
    static Progress of(Requested requested, Set<String> services) {
        Set<String> missing = requested.missing(services);
        var answered = new TreeMap<>(requested.receipts());
        return new Progress(
                requested.request(),
                requested.requestedAt(),
                requested.erasedAt().orElse(null),
                missing.isEmpty() ? "complete" : "under-way",
                answered.keySet(),
                missing,
                answered.entrySet().stream().map(Signed::of).toList());
    }

    /**
     * @param receipt compact JWS with EdDSA; the key is at /v1/receipt-keys/{service}
     */
    @Schema(name = "ErasureReceipt")
    record Signed(String service, String receipt) {
        static Signed of(Map.Entry<String, String> receipt) {
            return new Signed(receipt.getKey(), receipt.getValue());
        }
    }
}
