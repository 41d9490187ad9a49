package io.tact.recommendation.complement;

/**
 * What was bought together.
 *
 * @param items places in the catalogue, each once
 * @param day since 1970-01-01
 */
public record Basket(int[] items, int day) {}
