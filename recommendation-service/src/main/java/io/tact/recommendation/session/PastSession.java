package io.tact.recommendation.session;

/**
 * One visit, as others may learn from it.
 *
 * @param items places in the catalogue, in the order of the clicks
 * @param endSecond when the last click was
 */
public record PastSession(int[] items, long endSecond) {}
