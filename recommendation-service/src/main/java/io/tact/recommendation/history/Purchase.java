package io.tact.recommendation.history;

import io.tact.consent.client.identity.IdentityKey;
import java.util.Comparator;
import java.util.List;

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
}
