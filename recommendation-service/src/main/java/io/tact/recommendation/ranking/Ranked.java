package io.tact.recommendation.ranking;

/**
 * @param item its place in the catalogue
 * @param score higher is better; comparable within one list only
 */
public record Ranked(int item, double score) {}
