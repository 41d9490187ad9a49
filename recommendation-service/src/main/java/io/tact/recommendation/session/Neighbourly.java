package io.tact.recommendation.session;

/**
 * What the neighbours of a session looked at.
 *
 * @param item its place in the catalogue
 * @param because the item of the evolving session that speaks for it most
 */
public record Neighbourly(int item, double score, int because) {}
