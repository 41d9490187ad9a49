package io.tact.consent.client.erasure;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a service has deleted of an erasure, and from where. Names nobody.
 *
 * @param answeredAt by the service's own clock
 */
@JsonPropertyOrder({"request", "service", "erasedAt", "answeredAt", "deleted"})
public record Receipt(
        UUID request, String service, Instant erasedAt, Instant answeredAt, List<Deleted> deleted) {
    public static final String TOPIC = "privacy.receipt.v1";

    public Receipt {
        deleted = List.copyOf(deleted);
    }

    /**
     * @param store {@code postgres}, {@code kafka} or {@code memory}
     * @param name of the table, topic or replica
     * @param count rows, tombstones or entries
     */
    @JsonPropertyOrder({"store", "name", "count"})
    public record Deleted(String store, String name, long count) {}
}
