package io.tact.recommendation.answer;

import io.tact.recommendation.history.History;
import io.tact.recommendation.history.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What may be used of a person to answer them, for one purpose: recorded under identities that
 * grant it, served to identities that grant it.
 *
 * @param history of what they did, oldest first
 * @param liked product types that they said they like
 * @param orders of all that the person is known by, consent or not: to stop advertising, for
 *     nothing else
 * @param stopped items that must not be advertised to them now
 */
record Shopper(
        History history,
        List<String> liked,
        List<Purchase> orders,
        Predicate<String> stopped,
        Instant now) {}
