package io.tact.recommendation.history;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * An order.
 *
 * @param event the event's id, hashed
 * @param recordedBy whose consent counts for showing that it is known
 * @param identities all of the order's request: for them what was bought is no longer advertised
 */
public record Purchase(
        long event,
        List<String> itemIds,
        long atMillis,
        IdentityKey recordedBy,
        List<IdentityKey> identities) {

    static final Comparator<Purchase> BY_TIME =
            Comparator.comparingLong(Purchase::atMillis).thenComparingLong(Purchase::event);

    /**
     * What is left of it: nothing if whoever recorded it is forgotten; whom it only lists goes from
     * its list.
     *
     * @param forgotten whether what was recorded of an identity at a time is
     */
    public Optional<Purchase> without(BiPredicate<IdentityKey, Instant> forgotten) {
        Instant at = Instant.ofEpochMilli(atMillis);
        if (forgotten.test(recordedBy, at)) {
            return Optional.empty();
        }
        List<IdentityKey> others =
                identities.stream().filter(key -> !forgotten.test(key, at)).toList();
        return Optional.of(
                others.size() == identities.size()
                        ? this
                        : new Purchase(event, itemIds, atMillis, recordedBy, others));
    }
}
