package io.tact.recommendation.served;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.List;

/**
 * One personal answer.
 *
 * @param key whom it was for
 * @param indexVersion of the model that it was made from
 * @param at when it was asked for; what was known then is in it
 * @param requestId what caused it
 */
public record ServedAnswer(
        String answerId,
        IdentityKey key,
        String placement,
        String rung,
        List<Shown> items,
        String indexVersion,
        Instant at,
        String requestId) {

    /** One item of it. */
    public record Shown(String itemId, String reason, double score) {}
}
